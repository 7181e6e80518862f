import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { journey } from "./journey.ts";
import { createNotebook, saved, textOnDisk, told } from "./notebook.ts";

Deno.test("a notebook that is deleted elsewhere keeps its text, and is created again with it", () =>
  journey(async ({ page, server, home, expected }) => {
    expected.push(/Failed to load resource: .* 404/);
    const header = "---\ntitle: A case\n---\n\n";
    const address = await createNotebook(server.url, `${header}One.\n`);
    await page.goto(address);
    await page.getByText("One.").waitFor();
    await remove(server.url);
    await page.evaluate(() => dispatchEvent(new Event("focus")));
    const notice = page.getByText("This notebook was deleted.");
    await notice.waitFor();
    await createNotebook(server.url, `${header}Of another.\n`);

    await write(page, "Words of mine.");
    await told(page, "Not saved: deleted");
    await page.evaluate(() => dispatchEvent(new Event("focus")));
    await page.getByRole("button", { name: "Create it again" }).click();
    await saved(page);
    await page.waitForURL(/a-case-2$/);
    await page.getByText("Words of mine.").waitFor();
    assert.equal(await notice.count(), 0);
    assert.match(await textOnDisk(home, address), /Of another/);
    assert.match(await textOnDisk(home, page.url()), /Words of mine/);
  }));

async function remove(server: string): Promise<void> {
  const url = new URL("/api/notebooks/a-case", server);
  await (await fetch(url, { method: "DELETE" })).body?.cancel();
}

/** Replaces the only paragraph. */
async function write(page: Page, text: string): Promise<void> {
  await page.getByText("One.").dblclick();
  await page.getByRole("textbox", { name: "Text in Markdown" }).fill(text);
  await page.getByRole("button", { name: /^Done/ }).click();
  await page.getByText(text).first().waitFor();
}

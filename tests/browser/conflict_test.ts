import assert from "node:assert/strict";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { type Journey, journey } from "./journey.ts";
import { createNotebook, saved, textOnDisk } from "./notebook.ts";

/** What a browser says of a refused save. */
const REFUSED = /Failed to load resource: .* (409|412)/;

Deno.test("the second of two edits is refused, and neither text is lost", () =>
  journey(async (open) => {
    const { other, address } = await twoPages(open);
    const { page } = open;
    await write(page, "First words.");
    await saved(page);
    await write(other, "Second words.");
    await conflict(other).waitFor();
    await other.keyboard.press("Escape");
    assert.match(await shownText(other, "Yours"), /Second words/);
    assert.match(await shownText(other, "On the server"), /First words/);
    assert.match(await textOnDisk(open.home, address), /First words/);
    assert.match(await refused(open), /Second words/);

    await other.getByRole("button", { name: "Keep mine" }).click();
    await saved(other);
    assert.match(await textOnDisk(open.home, address), /Second words/);
  }));

Deno.test("the server's text can be taken, and edited further", () =>
  journey(async (open) => {
    const { other, address } = await twoPages(open);
    const { page } = open;
    await write(page, "First words.");
    await saved(page);
    await write(other, "Second words.");
    await other.getByRole("button", { name: "Take the server's" }).click();
    await conflict(other).waitFor({ state: "hidden" });
    await other.getByText("First words.").waitFor();
    await saved(other);
    await write(other, "First and second words.");
    await saved(other);
    assert.match(
      await textOnDisk(open.home, address),
      /First and second words/,
    );
  }));

/** Two pages on one notebook of one sentence. */
async function twoPages(
  { page, browser, server, expected }: Journey,
): Promise<{ other: Page; address: string }> {
  expected.push(REFUSED);
  const address = await createNotebook(server.url, "No words.\n");
  const other = await browser.newPage();
  for (const one of [page, other]) {
    await one.goto(address);
    await one.getByText("No words.").waitFor();
  }
  return { other, address };
}

function conflict(page: Page): Locator {
  return page.getByRole("dialog", { name: "Changed elsewhere" });
}

/** Replaces the only paragraph. */
async function write(page: Page, text: string): Promise<void> {
  const edit = page.getByRole("button", { name: "Edit text" });
  await edit.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Text in Markdown" }).fill(text);
  await page.getByRole("button", { name: /^Done/ }).click();
  await page.getByText(text).first().waitFor();
}

async function shownText(page: Page, label: string): Promise<string> {
  return await page.getByRole("textbox", { name: label }).inputValue();
}

/** The refused texts that the server has put aside. */
async function refused({ home }: Journey): Promise<string> {
  const folder = join(home, "notebooks", "conflicts");
  const texts: string[] = [];
  for await (const { name } of Deno.readDir(folder)) {
    texts.push(await Deno.readTextFile(join(folder, name)));
  }
  return texts.join("\n");
}

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { journey } from "./journey.ts";
import { createNotebook, textOnDisk } from "./notebook.ts";

for (const delay of [0, 1500]) {
  Deno.test(`an edit stays in its notebook when another is opened at once; the server takes ${delay} ms`, () =>
    journey(async ({ page, server, home }) => {
      const alpha = await createNotebook(
        server.url,
        "---\ntitle: Alpha\n---\n\nWords of A.\n",
      );
      const beta = await createNotebook(
        server.url,
        "---\ntitle: Beta\n---\n\nWords of B.\n",
      );
      await page.route("**/api/notebooks/*", async (route) => {
        await new Promise((resolve) => setTimeout(resolve, delay));
        await route.continue();
      });
      await page.goto(alpha);
      await page.getByText("Words of A.").waitFor();
      await page.getByRole("link", { name: "Pivotbook" }).click();
      await page.getByRole("link", { name: /Beta/ }).click();
      await page.getByText("Words of B.").waitFor();
      const saved = page.waitForResponse((response) =>
        response.request().method() === "PUT"
      );
      await edit(page, "Edited words of Beta.");
      if (delay > 0) await page.waitForRequest("**/api/notebooks/*");
      await page.evaluate(() => history.go(-2));
      await page.getByText("Words of A.").waitFor();
      await saved;
      assert.match(await textOnDisk(home, beta), /Edited words of Beta/);
      await page.locator("body").press("Control+z");
      await page.getByRole("status").filter({ hasText: "Nothing to undo" })
        .waitFor();
      assert.match(await textOnDisk(home, alpha), /Words of A/);
    }));
}

async function edit(page: Page, text: string): Promise<void> {
  await page.getByRole("button", { name: "Edit text" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Text in Markdown" }).fill(text);
  await page.getByRole("button", { name: /^Done/ }).click();
  await page.getByText(text).first().waitFor();
}

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { journey } from "./journey.ts";
import { allRan, cell, saved, search, tab } from "./notebook.ts";

const NARROW = { viewport: { width: 600, height: 900 } };

Deno.test("on a narrow page the columns are drawers, and nothing is lost", () =>
  journey(async ({ page, server }) => {
    await page.goto(`${server.url}notebooks/polish-bank-watering-hole`);
    await allRan(page);
    assert.equal(await overflow(page), 0);

    await page.getByRole("button", { name: "Outline" }).click();
    const outline = page.getByRole("navigation", { name: "Outline" });
    await outline.getByRole("link", { name: /lure/ }).click();
    await outline.waitFor({ state: "hidden" });
    const lure = cell(page, "lure");
    await tab(lure, /Resolutions/).waitFor();
    assert.ok(await inView(page, "lure"));

    await tab(lure, /Host pairs/).click();
    await lure.getByRole("gridcell", { name: "iframe.src" }).click();
    await lure.getByRole("button", { name: "Evidence" }).click();
    const evidence = page.getByRole("dialog", { name: "Evidence" });
    await evidence.waitFor();
    await page.getByText("hostpairs.csv").first().waitFor();
    await page.keyboard.press("Escape");
    await evidence.waitFor({ state: "hidden" });

    await search(page, "www[.]eye-watch[.]in");
    await cell(page, "www_eye_watch_in").getByRole("tab").first().waitFor();
    await allRan(page);
    await saved(page);
    assert.equal(await overflow(page), 0);
  }, NARROW));

Deno.test("the start page is whole on a narrow page", () =>
  journey(async ({ page, server }) => {
    await page.goto(server.url);
    await page.getByRole("link", { name: /watering hole/ }).waitFor();
    await page.getByRole("button", { name: "Choose files" }).waitFor();
    assert.equal(await overflow(page), 0);
  }, NARROW));

/** Pixels by which the page is wider than the window. */
async function overflow(page: Page): Promise<number> {
  return await page.evaluate(() =>
    document.documentElement.scrollWidth - document.documentElement.clientWidth
  );
}

async function inView(page: Page, name: string): Promise<boolean> {
  const box = await cell(page, name).boundingBox();
  return box !== null && box.y > -box.height && box.y < 900;
}

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { journey } from "./journey.ts";
import { allRan, cell, search, tab } from "./notebook.ts";

/** Lowest place in pixels at which the head of a cell is at the top of the window. */
const TOP = 110;

Deno.test("an address with a hash shows its cell, and the outline writes it", () =>
  journey(async ({ page, server }) => {
    const notebook = `${server.url}notebooks/polish-bank-watering-hole`;
    await page.goto(`${notebook}#second_host`);
    await allRan(page);
    await atTop(page, "second_host");

    const outline = page.getByRole("navigation", { name: "Outline" });
    await outline.getByRole("link", { name: /lure/ }).click();
    await atTop(page, "lure");
    assert.equal(new URL(page.url()).hash, "#lure");
  }));

Deno.test("a new cell is at the top of the window before and after its result", () =>
  journey(async ({ page, server }) => {
    await page.goto(`${server.url}notebooks/polish-bank-watering-hole`);
    await allRan(page);
    const seed = cell(page, "seed");
    await seed.getByRole("grid").getByRole("link").nth(1).click();
    const added = page.locator("pivotbook-cell-frame[current]").getByRole(
      "region",
    );
    const name = await added.getAttribute("aria-label") ?? "";
    await tab(cell(page, name), /Resolutions/).waitFor();
    await allRan(page);
    await atTop(page, name);

    await search(page, "www[.]eye-watch[.]in");
    await tab(cell(page, "www_eye_watch_in"), /Resolutions/).waitFor();
    await allRan(page);
    await atTop(page, "www_eye_watch_in");
  }));

Deno.test("the selected tab is in sight on a narrow page", () =>
  journey(async ({ page, server }) => {
    await page.goto(`${server.url}notebooks/polish-bank-watering-hole`);
    await allRan(page);
    const lure = cell(page, "lure");
    const first = lure.getByRole("tab").first();
    await first.focus();
    await page.keyboard.press("End");
    const last = await lure.getByRole("tab").last().boundingBox();
    assert.ok(last && last.x >= 0 && last.x + last.width <= 600);
  }, { viewport: { width: 600, height: 900 } }));

/** Waits until the head of a cell stands right below the bar, and stays there. */
async function atTop(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(700);
  const box = await cell(page, name).boundingBox();
  assert.ok(box !== null && box.y >= 50 && box.y <= TOP, `${name}: ${box?.y}`);
}

import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { journey } from "./journey.ts";
import { allRan, cell, counts, saved, tab } from "./notebook.ts";

Deno.test("an analyst pastes an address, pivots by click, brushes, reloads", () =>
  journey(async ({ page, server }) => {
    await page.goto(server.url);
    await page.getByRole("searchbox", { name: "Search" }).fill(
      "109[.]164[.]247[.]169",
    );
    await page.keyboard.press("Enter");

    await page.waitForURL(/\/notebooks\/[^/]+$/);
    const first = page.getByRole("region", { name: /109|seed|host|pivot|ip/i })
      .filter({ has: page.getByRole("tab") }).first();
    await tab(first, "Resolutions 7").waitFor();
    const name = await first.getAttribute("aria-label");
    assert.ok(name);
    await first.getByRole("link", { name: "sap[.]misapor[.]ch" }).first()
      .click();

    const second = page.getByRole("region", { name: /misapor/i }).filter({
      has: page.getByRole("tab"),
    });
    await tab(second, "Host pairs 1").waitFor();
    await page.getByText(/^from .+ · resolutions ·/).filter({ hasText: name })
      .first().waitFor();
    await tab(second, "Host pairs 1").click();
    const pairs = second.getByRole("grid");
    await pairs.getByRole("link", { name: "www[.]knf[.]gov[.]pl" }).first()
      .waitFor();
    await pairs.getByRole("gridcell", { name: "iframe.src" }).first().waitFor();

    const wide = await counts([first, second]);
    await brush(page, first);
    await cell(page, "period").waitFor();
    await allRan(page);
    const narrow = await counts([first, second]);
    for (const [index, tabs] of narrow.entries()) {
      assert.notDeepEqual(tabs, wide[index]);
    }

    await saved(page);
    await page.reload();
    await second.getByRole("tab").first().waitFor();
    await allRan(page);
    assert.deepEqual(await counts([first, second]), narrow);
  }));

/** Drags over the middle of a cell's heat map. */
async function brush(page: Page, within: Locator): Promise<void> {
  const map = within.locator("pivotbook-heat-map");
  await map.scrollIntoViewIfNeeded();
  const box = await map.boundingBox();
  assert.ok(box);
  const y = box.y + 60;
  await page.mouse.move(box.x + box.width * 0.55, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.62, y, { steps: 5 });
  await page.mouse.move(box.x + box.width * 0.7, y, { steps: 5 });
  await page.mouse.up();
}

Deno.test("a row names what it leads to, with counts before the click", () =>
  journey(async ({ page, server }) => {
    await page.goto(`${server.url}notebooks/polish-bank-watering-hole`);
    await allRan(page);
    const seed = cell(page, "seed");
    await seed.getByRole("gridcell", { name: "2016-10-07" }).click();
    const offers = page.getByRole("region", { name: "Pivot to" });
    await offers.getByRole("button", { name: "Addresses of this name 1" })
      .waitFor();
    await offers.getByText(/^None: .*same registrant/).waitFor();
    await offers.getByRole("button", { name: "Pages that embed it 1" }).click();
    const pages = page.getByRole("region", { name: /^sap_misapor/ });
    await tab(pages, "Host pairs 1").waitFor();
    await allRan(page);
    assert.deepEqual((await counts([pages])).map((tabs) => tabs.length), [1]);
  }));

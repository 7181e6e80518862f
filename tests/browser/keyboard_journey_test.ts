import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { journey } from "./journey.ts";
import { allRan, cell, counts, saved, tab } from "./notebook.ts";

const NAME = "sap[.]misapor[.]ch";
const PARENT = "www[.]knf[.]gov[.]pl";

Deno.test("the whole investigation by keyboard alone", () =>
  journey(async ({ page, server }) => {
    await page.goto(server.url);
    const seed = await investigate(page);
    await pivotFrom(page, grid(seed), NAME);
    const lure = page.getByRole("region", { name: /misapor/ });
    await tab(lure, "Host pairs 1").waitFor();

    await tabTo(page, lure.getByRole("tab", { selected: true }));
    await pressUntil(page, "ArrowRight", () => isFront(lure, "Host pairs"));
    await tabTo(page, grid(lure));
    await lure.getByRole("gridcell", { name: "iframe.src" }).waitFor();
    await lure.getByRole("link", { name: PARENT }).waitFor();

    await allRan(page);
    const wide = await counts([seed, lure]);
    await brush(page, seed);
    await cell(page, "period").waitFor();
    await allRan(page);
    const narrow = await counts([seed, lure]);
    for (const [index, tabs] of narrow.entries()) {
      assert.notDeepEqual(tabs, wide[index]);
    }

    await saved(page);
    await page.reload();
    await tab(lure, /Host pairs/).waitFor();
    await allRan(page);
    assert.deepEqual(await counts([seed, lure]), narrow);
  }));

Deno.test("forms of the heat map, and the list of keys, by keyboard alone", () =>
  journey(async ({ page, server }) => {
    await page.goto(server.url);
    const seed = await investigate(page);
    await allRan(page);
    const map = seed.getByRole("slider", { name: /^Activity/ });
    await tabTo(page, map);

    await page.keyboard.press("c");
    const changesOnly = seed.getByRole("button", { name: "Changes only" });
    assert.equal(await changesOnly.getAttribute("aria-pressed"), "true");
    await page.keyboard.press("c");
    assert.equal(await changesOnly.getAttribute("aria-pressed"), "false");

    await page.keyboard.press("t");
    await seed.getByRole("table").waitFor();
    await page.keyboard.press("t");
    await map.waitFor();
    assert.ok(await isFocused(map));

    await page.keyboard.press("?");
    const keys = page.getByRole("dialog", { name: "Keys" });
    await keys.waitFor();
    await page.getByText("Walk from change to change").waitFor();
    await page.keyboard.press("Escape");
    await keys.waitFor({ state: "hidden" });
  }));

/** `/`, the address, Enter; gives the first cell. */
async function investigate(page: Page): Promise<Locator> {
  await page.getByRole("searchbox").waitFor();
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press("/");
  await page.keyboard.type("109[.]164[.]247[.]169");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/notebooks\/[^/]+$/);
  const seed = page.getByRole("region").filter({
    has: page.getByRole("tab", { name: "Resolutions 7" }),
  });
  await seed.waitFor();
  const name = await seed.getAttribute("aria-label");
  return page.getByRole("region", { name: name ?? "", exact: true });
}

function grid(within: Locator): Locator {
  return within.getByRole("grid");
}

/** Walks the grid to the row that names an indicator, and follows it. */
async function pivotFrom(
  page: Page,
  rows: Locator,
  name: string,
): Promise<void> {
  await rows.getByRole("link", { name }).first().waitFor();
  await tabTo(page, rows);
  await page.keyboard.press("Control+Home");
  const wanted = rows.locator(".cell.active").getByRole("link", { name });
  await pressUntil(page, "ArrowDown", async () => await wanted.count() === 1);
  await page.keyboard.press("Enter");
}

/** Walks from change to change, widens over three of them, and sets the window. */
async function brush(page: Page, within: Locator): Promise<void> {
  const map = within.getByRole("slider", { name: /^Activity/ });
  await tabTo(page, map);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Enter");
}

async function isFront(within: Locator, title: string): Promise<boolean> {
  const front = within.getByRole("tab", { selected: true });
  return (await front.innerText()).startsWith(title);
}

/** Goes to a control with Tab, from wherever the keyboard is. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  await pressUntil(page, "Tab", () => isFocused(target));
}

async function pressUntil(
  page: Page,
  key: string,
  reached: () => Promise<boolean>,
): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    if (await reached()) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never led there`);
}

async function isFocused(target: Locator): Promise<boolean> {
  return await target.evaluate((element) =>
    (element.getRootNode() as ShadowRoot).activeElement === element
  );
}

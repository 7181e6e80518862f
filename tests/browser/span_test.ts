import assert from "node:assert/strict";
import { journey } from "./journey.ts";
import { allRan, cell, createNotebook, tab } from "./notebook.ts";

const BEFORE =
  "```input period type=daterange\n2016-10-01..2016-10-31\n```\n\n" +
  "```pivot seed during=period\n109[.]164[.]247[.]169\n```\n";

Deno.test("a span does not hide that there are alerts outside of it", () =>
  journey(async ({ page, server }) => {
    await page.goto(await createNotebook(server.url, BEFORE));
    await cell(page, "seed").getByText(/^[1-9]\d* alerts?, outside the span$/)
      .waitFor();
  }));

Deno.test("the ends of a span are moved by keys", () =>
  journey(async ({ page, server }) => {
    await page.goto(await createNotebook(server.url, BEFORE));
    const seed = cell(page, "seed");
    await seed.getByRole("slider", { name: "Last day of the span" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Shift+ArrowRight");
    await seed.getByText(/in rows of 2016-10-01 to 2016-11-08/).waitFor();
    await seed.getByRole("slider", { name: "First day of the span" }).focus();
    await page.keyboard.press("ArrowLeft");
    await seed.getByText(/in rows of 2016-09-30 to 2016-11-08/).waitFor();
  }));

Deno.test("rows without a date, and what a filter leaves, are said", () =>
  journey(async ({ page, server }) => {
    await page.goto(`${server.url}notebooks/polish-bank-watering-hole`);
    await allRan(page);
    const lure = cell(page, "lure");
    await lure.getByText(/rows? without a date/).waitFor();
    await lure.getByRole("button", { name: /^Blocklists 1/ }).click();
    await tab(lure, "Blocklists 1").and(
      lure.getByRole("tab", { selected: true }),
    )
      .waitFor();
    const seed = cell(page, "seed");
    await seed.getByText(/^7 rows in the span; 25 in all tabs/).waitFor();
    await seed.getByRole("searchbox", { name: "Filter rows" }).fill("misapor");
    await seed.getByText(/^1 of 7 rows in the span match the filter/).waitFor();
    await seed.getByText("new in window").first().waitFor();
  }));

Deno.test("moving a span keeps what was zoomed to", () =>
  journey(async ({ page, server }) => {
    await page.goto(await createNotebook(server.url, BEFORE));
    const seed = cell(page, "seed");
    const days = () =>
      seed.locator("pivotbook-heat-map .tick").allTextContents();
    const last = seed.getByRole("slider", { name: "Last day of the span" });
    await last.waitFor();
    const whole = await days();
    await last.focus();
    await page.keyboard.press("+");
    await page.waitForTimeout(100);
    const zoomed = await days();
    assert.notDeepEqual(zoomed, whole);
    await page.keyboard.press("ArrowRight");
    await seed.getByText(/in rows of 2016-10-01 to 2016-11-01/).waitFor();
    await allRan(page);
    await page.waitForTimeout(300);
    assert.deepEqual(await days(), zoomed);
  }));

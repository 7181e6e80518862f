import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import { journey } from "./journey.ts";
import { allRan, cell } from "./notebook.ts";

/** Headings without which a tab says nothing, by its title; the name that was asked for is on no row of its own. */
const TELLING: Readonly<Record<string, readonly string[]>> = {
  Resolutions: ["First seen", "Last seen"],
  WHOIS: ["Field", "Value"],
  OSINT: ["Title", "Verdict"],
  "Host pairs": ["Parent", "Cause", "Child"],
};

Deno.test("every tab of a pivot shows its own columns over its own rows", () =>
  journey(async ({ page, server }) => {
    await page.goto(`${server.url}notebooks/polish-bank-watering-hole`);
    await allRan(page);
    for (const name of ["lure", "seed"]) {
      const frame = cell(page, name);
      const wrong = [];
      for (const title of await filled(frame)) {
        const headings = await headingsOf(frame, title);
        const own = name === "seed" && title === "Resolutions" ? ["Name"] : [];
        const wanted = [...TELLING[title] ?? [], ...own];
        wrong.push(
          ...missing(headings, wanted).map((one) =>
            `${title} without ${one}: ${headings}`
          ),
        );
      }
      assert.deepEqual(wrong, [], name);
    }
  }));

function missing(
  headings: readonly string[],
  wanted: readonly string[],
): readonly string[] {
  return wanted.filter((one) => !headings.includes(one));
}

/** Titles of the tabs that have rows. */
async function filled(frame: Locator): Promise<readonly string[]> {
  const tabs = await frame.getByRole("tab").allInnerTexts();
  return tabs.map((text) => /^(.*\S)\s+([\d,]+)$/.exec(text.trim()))
    .filter((found) => found !== null && found[2] !== "0")
    .map((found) => found?.[1] ?? "");
}

/** Opens a tab and gives its headings when its rows are there. */
async function headingsOf(
  frame: Locator,
  title: string,
): Promise<readonly string[]> {
  await frame.getByRole("tab", { name: title }).click();
  await frame.getByRole("grid", { name: `${title} of` }).getByRole("gridcell")
    .first().waitFor();
  const headings = await frame.getByRole("columnheader").allInnerTexts();
  return headings.map((text) => text.trim());
}

Deno.test("a filter without a match says so and can be cleared", () =>
  journey(async ({ page, server }) => {
    await page.goto(`${server.url}notebooks/polish-bank-watering-hole`);
    await allRan(page);
    const seed = cell(page, "seed");
    await seed.getByRole("gridcell").first().waitFor();
    await seed.getByRole("searchbox", { name: "Filter rows" }).fill("nowhere");
    await seed.getByText('No row matches "nowhere".').waitFor();
    await seed.getByRole("button", { name: "Clear the filter" }).click();
    await seed.getByRole("gridcell").first().waitFor();
  }));

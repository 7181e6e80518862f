import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import type { Locator } from "playwright-core";
import { journey } from "./journey.ts";
import { allRan, cell, search } from "./notebook.ts";

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

Deno.test("tabs keep their places when one without rows is chosen", () =>
  journey(async ({ page, server }) => {
    await page.goto(`${server.url}notebooks/polish-bank-watering-hole`);
    await allRan(page);
    const seed = cell(page, "seed");
    const tabs = seed.getByRole("tab");
    await seed.getByRole("button", { name: /^0 rows: / }).click();
    const places = await titlesOf(tabs);
    const empty = places.findIndex((title) => title.startsWith("OSINT"));
    assert.ok(empty > 0);
    await tabs.nth(empty).click();
    await seed.getByText(/^No OSINT at any time\./).waitFor();
    assert.deepEqual(await titlesOf(tabs), places);
  }));

const KINDS = {
  resolutions: "rrname,rrtype,rdata\nhost.example,A,192.0.2.7",
  whois: "subject,field,value\nhost.example,registrar,Some registrar",
  osint: "indicator,title\nhost.example,A publication",
  blocklist: "indicator,category\nhost.example,some",
  sample_links: `hash,indicator,relation\n${
    "0".repeat(32)
  },host.example,communicates`,
  samples: `md5,name\n${"0".repeat(32)},file`,
  hostpairs: "parent,child,cause\nhost.example,image.example,img.src",
  certificates: `sha1,host\n${"0".repeat(40)},host.example`,
  web_attributes: "host,attribute,name\nhost.example,cookie,session",
  alerts: "time,signature,host\n2017-02-20,Some rule,host.example",
};

for (const width of [1440, 600]) {
  Deno.test(`the counts of ten kinds can be read at ${width} pixels`, () =>
    journey(async ({ page, server }) => {
      await page.goto(server.url);
      const files = Object.entries(KINDS).map(([kind, rows]) => ({
        name: `${kind}.csv`,
        mimeType: "text/csv",
        buffer: Buffer.from(`${rows}\n`),
      }));
      await page.getByLabel("Files to import").setInputFiles(files);
      for (const { name } of files) {
        await page.getByRole("listitem").filter({ hasText: name })
          .getByText(/1 kept/).waitFor();
      }
      await search(page, "host[.]example");
      await page.waitForURL(/\/notebooks\//);
      const tabs = page.getByRole("tab");
      await tabs.nth(9).waitFor();
      assert.equal(await tabs.count(), 10);
      for (const count of await tabs.locator(".n").all()) {
        const box = await count.boundingBox();
        assert.ok(box && box.x > 0 && box.x + box.width < width);
      }
      const places = await titlesOf(tabs);
      await tabs.last().click();
      assert.deepEqual(await titlesOf(tabs), places);
    }, { viewport: { width, height: 900 } }));
}

async function titlesOf(tabs: Locator): Promise<readonly string[]> {
  return await tabs.allInnerTexts();
}

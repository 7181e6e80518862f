import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import type { Page } from "playwright-core";
import { journey } from "./journey.ts";
import { allRan, cell, searchBar, tab } from "./notebook.ts";

const good = [
  '{"rrname": "www.example.com", "rrtype": "A", "rdata": "203.0.113.9", "time_first": 1475798400, "time_last": 1487548800, "count": 3}',
  '{"rrname": "mail.example.com", "rrtype": "A", "rdata": "203.0.113.9", "time_first": 1475798400, "time_last": 1487548800, "count": 1}',
  '{"rrname": "mail.example.com", "rrtype": "A", "rdata": "203.0.113.9", "time_first": 1475798400, "time_last": 1487548800, "count": 1}',
  '{"rrname": "www.example.com", "rrtype": "A", "rdata": ',
].join("\n");

Deno.test("what was imported can be looked at, and followed from there", () =>
  journey(async ({ page, server }) => {
    await page.goto(server.url);
    await choose(page, "sensor.cof.jsonl", good);
    await page.getByRole("button", { name: "Look at its rows" }).click();
    await page.waitForURL(/\/notebooks\/rows-of-sensor/);
    await page.getByRole("heading", { name: "Rows of sensor.cof.jsonl" })
      .waitFor();
    await allRan(page);
    const rows = cell(page, "rows_1");
    await rows.getByRole("link", { name: "www[.]example[.]com" }).click();
    await cell(page, "www_example_com").getByRole("tab").first().waitFor();

    await page.getByRole("button", { name: "Import files" }).click();
    await choose(page, "again.cof.jsonl", good);
    await page.getByText("imports held all of it already").waitFor();
    await choose(page, "more.cof.jsonl", good.replaceAll("203", "198"));
    await page.getByRole("button", { name: "Look at its rows" }).click();
    await cell(page, "rows_2").getByRole("gridcell").first().waitFor();
  }));

Deno.test("an import that is under way is given up", () =>
  journey(async ({ page, server, expected }) => {
    expected.push(/Failed to load resource: net::ERR_/);
    await page.goto(server.url);
    const line =
      '{"rrname": "NAME.example.com", "rrtype": "A", "rdata": "203.0.113.9", "time_first": 1475798400, "time_last": 1487548800, "count": 3}';
    const many = Array.from(
      { length: 150_000 },
      (_, index) => line.replace("NAME", `host${index}`),
    ).join("\n");
    await page.getByLabel("Files to import").setInputFiles(
      ["large.jsonl", "second.jsonl"].map((name) => ({
        name,
        mimeType: "application/octet-stream",
        buffer: Buffer.from(many),
      })),
    );
    await page.getByText("waits for the files before it").waitFor();
    for (const name of ["second.jsonl", "large.jsonl"]) {
      await page.getByRole("button", { name: `Cancel ${name}` }).click();
    }
    for (const name of ["large.jsonl", "second.jsonl"]) {
      await page.getByRole("alert").filter({ hasText: name }).filter({
        hasText: /cancelled|Cancelled/,
      }).waitFor();
    }
    await page.reload();
    await page.getByText("knf", { exact: true }).first().waitFor();
    assert.equal(await page.getByText("imports", { exact: true }).count(), 0);
  }));

Deno.test("files are imported on the start page and can be looked up at once", () =>
  journey(async ({ page, server }) => {
    await page.goto(server.url);
    await page.getByRole("textbox", { name: "into" }).or(
      page.getByRole("combobox", { name: "into" }),
    ).fill("sensors");
    await choose(page, "sensor.cof.jsonl", good);
    const report = page.getByRole("listitem").filter({
      hasText: "sensor.cof.jsonl",
    });
    await report.getByText("into sensors as cof").waitFor();
    const text = (await report.innerText()).replaceAll(/\s+/g, " ");
    assert.match(text, /4 rows read, 2 kept, 1 merged, 1 rejected/);
    assert.match(text, /first at line 4/);

    await choose(page, "letter.txt", "Nothing that any reader knows\n");
    const refused = page.getByRole("alert").filter({ hasText: "letter.txt" });
    await refused.waitFor();
    assert.ok((await refused.innerText()).length > "letter.txt: ".length + 20);

    await choose(page, "foreign.csv", "rrname,rrtype\nwww.example.com,A\n");
    const foreign = page.getByRole("alert").filter({ hasText: "foreign.csv" });
    await foreign.getByText("looks like resolutions, but misses rdata")
      .waitFor();

    const data = page.getByRole("region", { name: "Data" });
    await data.getByText("sensors", { exact: true }).waitFor();
    await searchBar(page).fill("203[.]0[.]113[.]9");
    await page.getByText(/in [1-9] rows/).waitFor();
    await searchBar(page).press("Enter");
    await page.waitForURL(/\/notebooks\//);
    await tab(page.locator("main"), "Resolutions 2").waitFor();
    await allRan(page);
  }));

async function choose(page: Page, name: string, text: string): Promise<void> {
  await page.getByLabel("Files to import").setInputFiles({
    name,
    mimeType: "application/octet-stream",
    buffer: Buffer.from(text),
  });
}

import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import type { Page } from "playwright-core";
import { journey } from "./journey.ts";
import { allRan, searchBar, tab } from "./notebook.ts";

const good = [
  '{"rrname": "www.example.com", "rrtype": "A", "rdata": "203.0.113.9", "time_first": 1475798400, "time_last": 1487548800, "count": 3}',
  '{"rrname": "mail.example.com", "rrtype": "A", "rdata": "203.0.113.9", "time_first": 1475798400, "time_last": 1487548800, "count": 1}',
  '{"rrname": "mail.example.com", "rrtype": "A", "rdata": "203.0.113.9", "time_first": 1475798400, "time_last": 1487548800, "count": 1}',
  '{"rrname": "www.example.com", "rrtype": "A", "rdata": ',
].join("\n");

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

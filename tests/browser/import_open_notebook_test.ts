import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { journey } from "./journey.ts";
import { allRan, cell } from "./notebook.ts";

const sighting =
  '{"rrname": "new.example.com", "rrtype": "A", "rdata": "109.164.247.169", "time_first": 1475798400, "time_last": 1487548800, "count": 3}';

Deno.test("files dropped on a notebook are imported, and its cells read the new data", () =>
  journey(async ({ page, server }) => {
    await page.goto(`${server.url}notebooks/polish-bank-watering-hole`);
    await allRan(page);
    const seed = cell(page, "seed");
    await seed.getByText("names 6, 2 in the last week seen").waitFor();
    await page.getByRole("button", { name: "Import files" }).click();
    const into = page.getByRole("combobox", { name: "into" });
    assert.equal(await into.inputValue(), "imports");
    await into.fill("knf");
    await page.keyboard.press("Escape");
    await into.waitFor({ state: "hidden" });
    await drop(page, { name: "sensor.cof.jsonl", text: sighting });
    await page.getByText("1 kept").waitFor();
    await page.keyboard.press("Escape");
    await seed.getByText("ran because knf has new data").waitFor();
    await seed.getByText("names 7, 3 in the last week seen").waitFor();
    await page.getByRole("region", { name: "Data" }).getByText("118 rows")
      .waitFor();
    await allRan(page);
  }));

/** Drops a file in the middle of the page. */
async function drop(
  page: Page,
  file: { name: string; text: string },
): Promise<void> {
  const data = await page.evaluateHandle(({ name, text }) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], name));
    return transfer;
  }, file);
  for (const type of ["dragover", "drop"]) {
    await page.locator("body").dispatchEvent(type, { dataTransfer: data });
  }
}

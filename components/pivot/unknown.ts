import type { PivotOutput } from "@pivotbook/cells";
import type { DatasetView } from "@pivotbook/data";
import { html } from "lit";
import { importButton } from "../imports/import_button.ts";
import { shown } from "../indicator/indicator_text.ts";

/** Whether no dataset has a row of it at all. */
export function isUnknown({ tables }: PivotOutput): boolean {
  return tables.every(({ empty }) => empty);
}

/** What stands in the place of a result when nothing is known: where was looked, and what can be done. */
export function pivotUnknown(
  { seeds, tables }: PivotOutput,
  datasets: readonly DatasetView[],
): unknown {
  const names = datasets.map(({ name }) => name).join(", ");
  const what = seeds.length === 1 ? seeds.map(shown).join() : "any of these";
  if (names === "") {
    return html`
      <div class="unknown"><b>There is no data to look in yet</b>
      <p>${importButton("Import files")}, and this cell runs again.</p></div>
    `;
  }
  return html`
    <div class="unknown"><b>Nothing is known of ${what}</b>
    <p>${names}: none of the ${tables
      .length} kinds of data has a row of it. That
    says what this data holds, not that it is harmless.</p>
    <p>Check how it is written, pivot to its domain or network, or ${importButton(
      "import files",
    )} that may know it; the cell runs again when there is new data.</p></div>
  `;
}

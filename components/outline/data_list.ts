import type { DatasetView } from "@pivotbook/data";
import { html } from "lit";
import { formatShortCount } from "../format.ts";
import { importButton } from "../imports/import_button.ts";

/** The data that a notebook reads, with a way to import more. */
export function dataList(datasets: readonly DatasetView[]): unknown {
  if (datasets.length === 0) {
    return html`
      <p
        class="note">No data yet. Drop files here, or ${importButton(
          "import files",
        )}.</p>
    `;
  }
  return html`
    <ul>${datasets.map(dataset)}</ul>
    <div class="import">${importButton("Import files")}</div>
  `;
}

function dataset({ name, snapshot }: DatasetView): unknown {
  const rows = snapshot.segments.flatMap(({ rows }) => Object.values(rows))
    .reduce((sum, count) => sum + count, 0);
  return html`<li><span class="item" title="Snapshot ${snapshot.id}"><i class="dot" aria-hidden="true"></i><code>${name}</code><span class="n">${
    formatShortCount(rows)
  } rows</span></span></li>`;
}

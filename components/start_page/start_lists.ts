import { kindNamed } from "@pivotbook/data";
import { html } from "lit";
import type { DatasetSummary, NotebookSummary } from "../api_types.ts";
import { counted, formatShortCount } from "../format.ts";
import { tlpMark } from "../tlp.ts";

/** The notebooks of the start page. */
export function notebookList(list: readonly NotebookSummary[]): unknown {
  if (list.length === 0) {
    return html`
      <p
        class="notice">No notebook yet. Paste an indicator above: its investigation becomes the first.</p>
    `;
  }
  return html`<div class="list">${list.map(notebookRow)}</div>`;
}

function notebookRow(
  { name, title, tlp, datasets, cells, modifiedAt }: NotebookSummary,
): unknown {
  return html`
    <a class="row"
      href="/notebooks/${encodeURIComponent(name)}"><b>${title ||
        name} ${tlpMark(tlp)}</b><small class="r">${modifiedAt.slice(
          0,
          10,
        )}</small><small>${[counted(cells, "cell"), datasets.join(", ")].filter(
          Boolean,
        ).join(" · ")}</small></a>
  `;
}

/** The datasets of the start page. */
export function datasetList(list: readonly DatasetSummary[]): unknown {
  if (list.length === 0) {
    return html`
      <p
        class="notice">No data yet. Drop files above; what they hold is listed here.</p>
    `;
  }
  return html`<div class="list">${list.map(datasetRow)}</div>`;
}

function datasetRow({ name, publishedAt, view }: DatasetSummary): unknown {
  const rows = rowsByKind(view);
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
  const kinds = Object.keys(rows).filter((kind) => (rows[kind] ?? 0) > 0);
  return html`
    <div
      class="row"><b>${name}</b><span class="r">${formatShortCount(
        total,
      )} ${total === 1 ? "row" : "rows"}</span><small>${kinds.map((kind) =>
        kindNamed(kind).title
      ).join(", ")}</small><small class="r">${publishedAt?.slice(0, 10) ??
        "never"}</small></div>
  `;
}

/** Rows of a dataset by kind. */
function rowsByKind(
  { snapshot }: DatasetSummary["view"],
): Record<string, number> {
  const rows: Record<string, number> = {};
  for (const segment of snapshot.segments) {
    for (const [kind, count] of Object.entries(segment.rows)) {
      rows[kind] = (rows[kind] ?? 0) + count;
    }
  }
  return rows;
}

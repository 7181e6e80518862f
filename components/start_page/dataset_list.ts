import { kindNamed } from "@pivotbook/data";
import { html } from "lit";
import type { DatasetSummary } from "../api_types.ts";
import { formatShortCount } from "../format.ts";

/** The datasets of the start page. */
export function datasetList(list: readonly DatasetSummary[]): unknown {
  if (list.length === 0) {
    return html`
      <p
        class="notice">No data yet. Drop files above; what they hold is listed here.</p>
    `;
  }
  return html`<ul class="list">${list.map(datasetRow)}</ul>`;
}

function datasetRow(
  { name, publishedAt, view, error }: DatasetSummary,
): unknown {
  if (error !== null) return damagedRow(name, error);
  const rows = rowsByKind(view);
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
  const kinds = Object.keys(rows).filter((kind) => (rows[kind] ?? 0) > 0);
  return html`
    <li class="row">
      <div
        class="entry"><b>${name}</b><span class="r">${formatShortCount(
          total,
        )} ${total === 1 ? "row" : "rows"}</span><small>${kinds.map((kind) =>
          kindNamed(kind).title
        ).join(", ")}</small><small class="r">${publishedAt?.slice(0, 10) ??
          "never"}</small></div>
    </li>
  `;
}

/** A dataset that cannot be read: nothing looks into it, and the others are as they were. */
function damagedRow(
  name: string,
  { message, remedy }: NonNullable<DatasetSummary["error"]>,
): unknown {
  return html`
    <li class="row">
      <div
        class="entry"><b>${name}</b><span class="r">not looked in</span><small
        class="failed">${message}. ${remedy}.</small></div>
    </li>
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

import type { PivotOutput, PivotTable } from "@pivotbook/cells";
import { html } from "lit";
import { explained } from "../explained.ts";
import { counted, formatBytes, formatCount } from "../format.ts";
import type { ShownRows } from "../grid/shown_rows.ts";

/** The foot of a pivot's result: rows in sight, of how many, and what reading them cost. `shown` is what the grid says of the tab in front. */
export function pivotFoot(
  output: PivotOutput,
  { front, shown }: {
    front: PivotTable | undefined;
    shown: ShownRows | null;
  },
): unknown {
  return html`
    <div class="foot"><span>${rowsText(output, {
      front,
      shown,
    })}</span><span>${explained(costText(output), COST)}</span></div>
  `;
}

/** Says how many rows are shown: by a filter, in a span, and beside all tabs. */
export function rowsText(
  { tables, window }: Pick<PivotOutput, "tables" | "window">,
  { front, shown }: {
    front: Pick<PivotTable, "rows"> | undefined;
    shown: ShownRows | null;
  },
): string {
  const own = front?.rows ?? 0;
  const all = tables.reduce((sum, { rows }) => sum + rows, 0);
  const span = window === null ? "" : " in the span";
  const others = all === own ? "" : `; ${formatCount(all)} in all tabs`;
  const filtered = shown !== null && shown.of === own && shown.rows !== own;
  if (!filtered) return `${counted(own, "row")}${span}${others}`;
  const left = shown.rows === null ? "…" : formatCount(shown.rows);
  return `${left} of ${counted(own, "row")}${span} match the filter${others}`;
}

const COST =
  "A segment is a file of the dataset; only the blocks that can hold the rows are fetched, and each once. An index beside a large one says which; one that is damaged or of another segment is not used";

/** What reading cost over the network, and where it cost more than it should. */
export function costText(
  { bytes, requests, segments, unindexed }: Pick<
    PivotOutput,
    "bytes" | "requests" | "segments" | "unindexed"
  >,
): string {
  const slow = unindexed === 0
    ? ""
    : `, ${formatCount(unindexed)} without a fitting index`;
  const files = counted(segments, "segment") + slow;
  if (requests === 0) return `${files}, fetched before`;
  return `${files}, ${formatBytes(bytes)} in ${counted(requests, "request")}`;
}

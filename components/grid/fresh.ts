import type { PivotOutput } from "@pivotbook/cells";
import { kindNamed, type Row } from "@pivotbook/data";
import { cellIndicator } from "./cell_indicator.ts";
import type { GridColumn } from "./source.ts";

/** A span in UTC microseconds, half open, and the column that says when what a row is about was first seen. */
export interface FreshSpan {
  readonly column: string;
  readonly start: bigint;
  /** Null while it is open. */
  readonly stop: bigint | null;
}

/** The span in which rows of a kind are new; null for kinds that see nothing, and where the span has no start. */
export function freshSpan(
  kind: string,
  window: PivotOutput["window"],
): FreshSpan | null {
  const { times } = kindNamed(kind);
  if (!times?.sighting || times.shape !== "span") return null;
  if (!window?.start) return null;
  const stop = window.stop ? BigInt(window.stop) : null;
  return { column: times.first, start: BigInt(window.start), stop };
}

/** Whether what a row is about was first seen in the span. */
export function isFresh(row: Row, span: FreshSpan | null): boolean {
  const first = span === null ? null : row[span.column];
  if (span === null || typeof first !== "bigint") return false;
  return first >= span.start && (span.stop === null || first < span.stop);
}

/** Where the mark of a new row stands: the first column with an indicator that is not the one looked up; -1 for nowhere. */
export function freshPlace(
  row: Row,
  { columns, seed }: { columns: readonly GridColumn[]; seed: string | null },
): number {
  return columns.findIndex((column) => {
    const indicator = cellIndicator(row, column);
    return indicator !== null && indicator.value !== seed;
  });
}

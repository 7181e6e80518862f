import { columnOf, type Table } from "../engine/table.ts";
import { distinctIndicators } from "../indicators/extract.ts";
import type { Indicator } from "../indicators/indicator.ts";
import { tryParseIndicator } from "../indicators/parse.ts";
import { type DatasetKind, datasetKinds } from "../kinds/mod.ts";

/** All kinds in the order in which they are looked up: those that others name come behind them. */
export const lookupOrder: readonly DatasetKind[] = datasetKinds.toSorted(
  (a, b) =>
    Number(a.reachedBy !== undefined) - Number(b.reachedBy !== undefined),
);

/** The indicators that values name, as those of a kind's `reachedBy` column. */
export function namedIndicators(table: Table, column: string): Indicator[] {
  const values = columnOf(table, column)?.values ?? [];
  const found = values.flatMap((value) =>
    tryParseIndicator(String(value)) ?? []
  );
  return distinctIndicators(found.map(({ type, value }) => ({ type, value })));
}

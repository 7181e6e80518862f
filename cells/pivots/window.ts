import {
  type DatasetKind,
  InputError,
  timeCondition,
  type TimeWindow,
} from "@pivotbook/data";
import { spanOf } from "../inputs/daterange.ts";
import type { RunContext } from "../kinds/cell_kind.ts";
import type { PivotSpec } from "./pivot_spec.ts";

/** The window of the date range input that a pivot names; null for none. */
export function windowOf(
  { during, mode }: Pick<PivotSpec, "during" | "mode">,
  { resolve }: Pick<RunContext, "resolve">,
): TimeWindow | null {
  if (during === null) return null;
  const output = resolve(during);
  if (output?.type !== "input" || output.input !== "daterange") {
    throw new InputError(`"${during}" is not a date range`, {
      code: "bad-option",
      remedy: "Name an input cell of type=daterange",
    });
  }
  return { ...spanOf(output.text), mode };
}

/**
 * SQL condition that holds for those rows of `table` (a quoted name) that lie
 * in a window, and of them for the first ones up to a limit; null where it
 * holds for all.
 */
export function insideSql(
  table: string,
  { kind: { times }, window, limit }: {
    kind: DatasetKind;
    window: TimeWindow | null;
    limit: number | null;
  },
): string | null {
  const inside = timeCondition(table, { times, window });
  if (limit === null) return inside;
  const where = inside === null ? "" : ` WHERE ${inside}`;
  return `rowid IN (SELECT rowid FROM ${table}${where} ORDER BY rowid LIMIT ${limit})`;
}

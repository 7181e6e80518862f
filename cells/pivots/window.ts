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

/** SQL that gives the rows of `table` that lie in a window, in the table's order. */
export function windowed(
  table: string,
  { kind: { times }, window }: {
    kind: DatasetKind;
    window: TimeWindow | null;
  },
): string {
  const inside = timeCondition(table, { times, window });
  const where = inside === null ? "" : ` WHERE ${inside}`;
  return `SELECT * FROM ${table}${where}`;
}

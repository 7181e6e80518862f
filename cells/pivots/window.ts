import {
  type DatasetKind,
  identifier,
  InputError,
  type KindTimes,
  timestamp,
  type TimeWindow,
} from "@pivotbook/data";
import type { RunContext } from "../kinds/cell_kind.ts";
import type { PivotSpec } from "./pivot_spec.ts";

/** The window of the date range input that a pivot names; null for none. */
export async function windowOf(
  { during, mode }: Pick<PivotSpec, "during" | "mode">,
  { engine, signal, resolve }: RunContext,
): Promise<TimeWindow | null> {
  if (during === null) return null;
  const output = resolve(during);
  if (output?.type !== "input" || output.input !== "daterange") {
    throw new InputError(`"${during}" is not a date range`, {
      code: "bad-option",
      remedy: "Name an input cell of type=daterange",
    });
  }
  const sql = `SELECT start, stop FROM ${identifier(during)}`;
  const { columns } = await engine.query(sql, { signal });
  const [start = null, stop = null] = columns.map(({ values }) => values[0]);
  return { start: asTime(start), stop: asTime(stop), mode };
}

function asTime(value: unknown): bigint | null {
  return typeof value === "bigint" ? value : null;
}

/** SQL that gives the rows of `table` that lie in a window, in the table's order. */
export function windowed(
  table: string,
  { kind, window }: { kind: DatasetKind; window: TimeWindow | null },
): string {
  const { times } = kind;
  const open = !window || (window.start === null && window.stop === null);
  if (!times || open) return `SELECT * FROM ${table}`;
  const inside = times.shape === "state" && window.mode === "overlap"
    ? statePredicate(table, window)
    : spanPredicate(times, window);
  return `SELECT * FROM ${table} WHERE ${inside}`;
}

/** A bound that a row does not have is unknown, and keeps it. */
function spanPredicate({ first, last }: KindTimes, window: TimeWindow): string {
  const bounds = window.mode === "complete" ? [first, last] : [null];
  const starts = bounds.map((column) =>
    bound(column ?? last, { operator: ">=", time: window.start })
  );
  const stops = bounds.map((column) =>
    bound(column ?? first, { operator: "<", time: window.stop })
  );
  return [...new Set([...starts, ...stops])].join(" AND ");
}

/** An observation holds until the next one, so the last before the window counts too. */
function statePredicate(table: string, { start, stop }: TimeWindow): string {
  const before = bound("observed_at", { operator: "<", time: stop });
  if (start === null) return before;
  const key = "subject, coalesce(source, '')";
  const inForce =
    `(${key}, observed_at) IN (SELECT (${key}, max(observed_at)) FROM ${table} WHERE observed_at <= ${
      timestamp(start)
    } GROUP BY ${key})`;
  const after = bound("observed_at", { operator: ">=", time: start });
  return `${before} AND (${after} OR ${inForce})`;
}

function bound(
  expression: string,
  { operator, time }: { operator: string; time: bigint | null },
): string {
  return time === null
    ? "true"
    : `(${expression} IS NULL OR ${expression} ${operator} ${timestamp(time)})`;
}

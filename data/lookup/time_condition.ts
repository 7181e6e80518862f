import type { KindTimes } from "../kinds/kind.ts";
import { identifier, timestamp } from "../sql/literal.ts";
import type { TimeWindow } from "./lookup_source.ts";

/** What an observation replaces: the former one of the same subject by the same source. */
const OBSERVED = "subject, coalesce(source, '')";

/**
 * SQL that holds for the rows of `table` (a quoted name) that lie in a window;
 * null where every row does. A bound that a row does not have is unknown, and
 * keeps it. Of a `state` the observation in force when the window begins lies
 * in it too, unless only whole rows are wanted.
 */
export function timeCondition(
  table: string,
  { times, window }: { times: KindTimes | null; window: TimeWindow | null },
): string | null {
  if (times === null || window === null) return null;
  if (window.start === null && window.stop === null) return null;
  const whole = window.mode === "complete";
  return times.shape === "state" && !whole
    ? inForce(table, { times, window })
    : within(times, window);
}

function within({ first, last }: KindTimes, window: TimeWindow): string {
  const whole = window.mode === "complete";
  return bounds([
    ...(whole ? [first, last] : [last]).map((column) =>
      bound(column, { operator: ">=", time: window.start })
    ),
    ...(whole ? [first, last] : [first]).map((column) =>
      bound(column, { operator: "<", time: window.stop })
    ),
  ]);
}

/** An observation holds until the next one, so the last before the window counts too. */
function inForce(
  table: string,
  { times: { first }, window: { start, stop } }: {
    times: KindTimes;
    window: TimeWindow;
  },
): string {
  const before = bound(first, { operator: "<", time: stop });
  if (start === null) return bounds([before]);
  const at = identifier(first);
  const latest =
    `(${OBSERVED}, ${at}) IN (SELECT (${OBSERVED}, max(${at})) FROM ${table} WHERE ${at} <= ${
      timestamp(start)
    } GROUP BY ${OBSERVED})`;
  const after = bound(first, { operator: ">=", time: start });
  return bounds([before, `(${after} OR ${latest})`]);
}

function bounds(all: readonly (string | null)[]): string {
  return [...new Set(all.filter((one) => one !== null))].join(" AND ");
}

function bound(
  column: string,
  { operator, time }: { operator: string; time: bigint | null },
): string | null {
  if (time === null) return null;
  const name = identifier(column);
  return `(${name} IS NULL OR ${name} ${operator} ${timestamp(time)})`;
}

import { timestamp, type TimeWindow } from "@pivotbook/data";
import type { PivotSchema } from "./pivot_schema.ts";

/**
 * SQL that makes a pivot's timeline a view of what lies in the window: the
 * days in it, and at its first and last day what holds there although it
 * began before or ends after it.
 */
export function createTimelineView(
  { timeline, wholeTimeline }: PivotSchema,
  window: TimeWindow | null,
): string {
  const start = window?.start ?? null;
  const stop = window?.stop ?? null;
  const inside = [
    ...start === null ? [] : [`day >= ${timestamp(start)}`],
    ...stop === null ? [] : [`day < ${timestamp(stop)}`],
  ].join(" AND ");
  const parts = [
    `SELECT * FROM ${wholeTimeline} WHERE ${inside || "true"}`,
    ...start === null ? [] : [atStart(wholeTimeline, start)],
    ...stop === null || isOneDay({ start, stop })
      ? []
      : [atStop(wholeTimeline, stop)],
  ];
  return `CREATE OR REPLACE VIEW ${timeline} AS
SELECT * FROM (
${parts.join("\nUNION ALL ")}
) ORDER BY kind, day`;
}

const DAY = 86_400_000_000n;

/** Whether the first day, which has its row already, is the last one, too. */
function isOneDay(
  { start, stop }: { start: bigint | null; stop: bigint },
): boolean {
  return start !== null && stop - start <= DAY;
}

const NOTHING_HAPPENS =
  "0::BIGINT AS appeared, 0::BIGINT AS disappeared, 0::BIGINT AS changed";

/** What began before the window, unless the kind has a row on the first day. */
function atStart(table: string, start: bigint): string {
  const first = timestamp(start);
  const before = `FILTER (WHERE day < ${first})`;
  return `SELECT kind, ${first} AS day, arg_max(active, day) ${before} AS active, ${NOTHING_HAPPENS}
FROM ${table} GROUP BY kind
HAVING arg_max(active, day) ${before} > 0 AND NOT bool_or(day = ${first})`;
}

/** What holds on the last day and has an end after it. */
function atStop(table: string, stop: bigint): string {
  const last = `date_trunc('day', ${timestamp(stop - 1n)})`;
  const before = `FILTER (WHERE day <= ${last})`;
  return `SELECT kind, ${last} AS day, arg_max(active, day) ${before} AS active, ${NOTHING_HAPPENS}
FROM ${table} GROUP BY kind
HAVING arg_max(active, day) ${before} > 0 AND max(day) > ${last} AND NOT bool_or(day = ${last})`;
}

import { type DatasetKind, type KindTimes, literal } from "@pivotbook/data";
import { type PivotSchema, timedKinds } from "./pivot_schema.ts";
import { stateEvents } from "./timeline_state.ts";

/**
 * SQL that makes a pivot's timeline of its rows without the time window:
 * (kind, day, active, appeared, disappeared, changed), a row for each day on
 * which something happens or is observed. `active` counts the distinct values
 * that hold from that day until the kind's next row. `kinds` are those that have rows: the
 * others would only cost time to plan.
 */
export function createTimeline(
  schema: PivotSchema,
  { kinds }: { kinds: ReadonlySet<string> },
): string {
  const events = timedKinds.filter(({ name }) => kinds.has(name))
    .map((kind) => eventsOf(kind, schema));
  return `CREATE OR REPLACE TABLE ${schema.wholeTimeline} AS
WITH events AS (
${[NO_EVENTS, ...events].join("\nUNION ALL\n")}
), days AS (
  SELECT kind, day, sum(step) AS step, sum(appeared)::BIGINT AS appeared,
    sum(disappeared)::BIGINT AS disappeared, sum(changed)::BIGINT AS changed
  FROM events GROUP BY kind, day
)
SELECT kind, day,
  sum(step) OVER (PARTITION BY kind ORDER BY day)::BIGINT AS active,
  appeared, disappeared, changed
FROM days
ORDER BY kind, day`;
}

/** Gives the columns their types. */
const NO_EVENTS =
  "SELECT ''::VARCHAR AS kind, NULL::TIMESTAMP AS day, 0 AS step, 0 AS appeared, 0 AS disappeared, 0 AS changed WHERE false";

type Events = (table: string, times: KindTimes) => string;

/** By shape: SQL that gives (day, step, appeared, disappeared, changed). */
const shapes: Readonly<Record<KindTimes["shape"], Events>> = {
  span: spanEvents,
  point: pointEvents,
  state: stateEvents,
};

function eventsOf(kind: DatasetKind, schema: PivotSchema): string {
  const { times } = kind;
  if (!times) return "";
  const events = shapes[times.shape](schema.unfiltered(kind), times);
  return `SELECT ${literal(kind.name)} AS kind, * FROM (\n${events}\n)`;
}

/** Spans of one value are one, from the first to the last day; one without a known end is known on its first day only. */
function spanEvents(table: string, times: KindTimes): string {
  const { first, last, value } = times;
  return `WITH spans AS MATERIALIZED (
  SELECT date_trunc('day', min(least(${first}, ${last}))) AS first_day,
    date_trunc('day', max(greatest(${first}, ${last}))) AS last_day,
    max(${last}) IS NOT NULL AS ended
  FROM ${table}
  WHERE (${value}) IS NOT NULL AND coalesce(${first}, ${last}) IS NOT NULL
  GROUP BY ${value}
)
SELECT first_day AS day, 1 AS step, 1 AS appeared, 0 AS disappeared, 0 AS changed FROM spans
UNION ALL SELECT last_day, 0, 0, 1, 0 FROM spans WHERE ended
UNION ALL SELECT last_day + INTERVAL 1 DAY, -1, 0, 0, 0 FROM spans`;
}

/** A point is active on its day; a value appears with its first one and never disappears. */
function pointEvents(table: string, times: KindTimes): string {
  const { first, value } = times;
  return `WITH points AS MATERIALIZED (
  SELECT DISTINCT (${value}) AS value, date_trunc('day', ${first}) AS day
  FROM ${table} WHERE (${value}) IS NOT NULL AND ${first} IS NOT NULL
)
SELECT day, 1 AS step, 0 AS appeared, 0 AS disappeared, 0 AS changed FROM points
UNION ALL SELECT day + INTERVAL 1 DAY, -1, 0, 0, 0 FROM points
UNION ALL SELECT min(day), 0, 1, 0, 0 FROM points GROUP BY value`;
}

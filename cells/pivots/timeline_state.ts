import type { KindTimes } from "@pivotbook/data";

/** When what holds still has no end. */
const OPEN = "TIMESTAMP '9999-12-31'";

/**
 * SQL for the events of a kind in long form (subject, section, field, value):
 * what one observation of a subject by a source says holds until the next one.
 * A field whose set of values differs from the observation before has changed.
 * A day on which nothing but the same was observed is an event without effect.
 * DuckDB plans a common table anew for each place that reads it, so each is
 * read as seldom as can be.
 */
export function stateEvents(table: string, times: KindTimes): string {
  return `WITH facts AS (
  SELECT DISTINCT subject, coalesce(source, '') AS source,
    coalesce(section, '') || ' ' || field AS field,
    (${times.value}) AS value, ${times.first} AS observed
  FROM ${table} WHERE (${times.value}) IS NOT NULL AND ${times.first} IS NOT NULL
), observations AS (
  SELECT *, dense_rank() OVER (PARTITION BY subject, source ORDER BY observed) AS number,
    min(observed) OVER (
      PARTITION BY subject, source ORDER BY observed
      RANGE BETWEEN INTERVAL 1 MICROSECOND FOLLOWING AND UNBOUNDED FOLLOWING
    ) AS next
  FROM facts
), steps AS (
  SELECT *, lag(number) OVER said AS before, lead(number) OVER said AS after
  FROM observations
  WINDOW said AS (PARTITION BY subject, source, value ORDER BY number)
), changes AS (
  SELECT DISTINCT subject, source, field, unnest([
    CASE WHEN number > 1 AND before IS DISTINCT FROM number - 1 THEN observed END,
    CASE WHEN after IS DISTINCT FROM number + 1 THEN next END
  ]) AS observed
  FROM steps
), holding AS (
  SELECT value, date_trunc('day', observed) AS start,
    coalesce(date_trunc('day', next), ${OPEN}) AS stop
  FROM steps
), marked AS (
  SELECT *, coalesce(start > max(stop) OVER (
    PARTITION BY value ORDER BY start, stop ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
  ), true) AS opens
  FROM holding WHERE start < stop
), numbered AS (
  SELECT *, sum(opens::INTEGER) OVER (PARTITION BY value ORDER BY start, stop) AS island
  FROM marked
), islands AS (
  SELECT min(start) AS start, max(stop) AS stop FROM numbered GROUP BY value, island
)
SELECT CASE WHEN opens THEN start ELSE stop END AS day,
  CASE WHEN opens THEN 1 ELSE -1 END AS step, opens::INTEGER AS appeared,
  (NOT opens)::INTEGER AS disappeared, 0 AS changed
FROM islands, (VALUES (true), (false)) AS ends(opens)
WHERE opens OR stop < ${OPEN}
UNION ALL SELECT date_trunc('day', observed), 0, 0, 0, 1
FROM changes WHERE observed IS NOT NULL
UNION ALL SELECT DISTINCT date_trunc('day', observed), 0, 0, 0, 0 FROM facts`;
}

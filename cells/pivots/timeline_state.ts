import type { KindTimes } from "@pivotbook/data";

/**
 * SQL for the events of a kind in long form (subject, section, field, value):
 * what one observation of a subject by a source says holds until the next one.
 * A field whose set of values differs from the observation before has changed.
 */
export function stateEvents(table: string, times: KindTimes): string {
  return `WITH facts AS (
  SELECT DISTINCT subject, coalesce(source, '') AS source,
    coalesce(section, '') || ' ' || field AS field,
    (${times.value}) AS value, ${times.first} AS observed
  FROM ${table} WHERE (${times.value}) IS NOT NULL AND ${times.first} IS NOT NULL
), observations AS (
  SELECT *, lag(observed) OVER (PARTITION BY subject, source ORDER BY observed) AS previous,
    lead(observed) OVER (PARTITION BY subject, source ORDER BY observed) AS next
  FROM (SELECT DISTINCT subject, source, observed FROM facts)
), holding AS (
  SELECT value, date_trunc('day', f.observed) AS start,
    coalesce(date_trunc('day', next), TIMESTAMP '9999-12-31') AS stop
  FROM facts f JOIN observations o USING (subject, source, observed)
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
), sets AS (
  SELECT subject, source, observed, field, list_sort(list(value)) AS said
  FROM facts GROUP BY ALL
), changes AS (
  SELECT o.observed FROM observations o
  JOIN sets s USING (subject, source, observed)
  LEFT JOIN sets p ON p.subject = o.subject AND p.source = o.source
    AND p.observed = o.previous AND p.field = s.field
  WHERE o.previous IS NOT NULL AND s.said IS DISTINCT FROM p.said
  UNION ALL
  SELECT o.observed FROM observations o
  JOIN sets p ON p.subject = o.subject AND p.source = o.source AND p.observed = o.previous
  LEFT JOIN sets s ON s.subject = o.subject AND s.source = o.source
    AND s.observed = o.observed AND s.field = p.field
  WHERE s.said IS NULL
)
SELECT start AS day, 1 AS step, 1 AS appeared, 0 AS disappeared, 0 AS changed FROM islands
UNION ALL SELECT stop, -1, 0, 1, 0 FROM islands WHERE stop < TIMESTAMP '9999-12-31'
UNION ALL SELECT date_trunc('day', observed), 0, 0, 0, 1 FROM changes`;
}

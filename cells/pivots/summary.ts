import { type DatasetKind, datasetKinds, identifier } from "@pivotbook/data";
import { type PivotSchema, timedKinds } from "./pivot_schema.ts";

/**
 * SQL that makes a pivot's summary of its rows in the time window: one row
 * (indicators, first_seen, last_seen, rows, names, addresses, and the rows of
 * each kind). Names and addresses are the distinct ones of its resolutions.
 */
export function createSummary(
  schema: PivotSchema,
  { indicators }: { indicators: number },
): string {
  const counts = datasetKinds.map((kind) =>
    `(SELECT count(*) FROM ${schema.table(kind)}) AS ${identifier(kind.name)}`
  );
  const names = datasetKinds.map(({ name }) => identifier(name));
  const resolutions = qualifiedResolutions(schema);
  return `CREATE OR REPLACE TABLE ${schema.summary} AS
WITH times AS (
  SELECT min(first) AS first_seen, max(last) AS last_seen FROM (
    ${timedKinds.map((kind) => timesOf(kind, schema)).join("\n    UNION ALL ")}
  )
), counts AS (
  SELECT ${counts.join(",\n    ")}
)
SELECT ${indicators}::BIGINT AS indicators, first_seen, last_seen,
  ${names.join(" + ")} AS "rows",
  (SELECT count(DISTINCT rrname) FROM ${resolutions} WHERE rrtype IN ('A', 'AAAA')) AS names,
  (SELECT count(DISTINCT rdata) FROM ${resolutions} WHERE rrtype IN ('A', 'AAAA')) AS addresses,
  ${names.join(", ")}
FROM times, counts`;
}

function timesOf(kind: DatasetKind, schema: PivotSchema): string {
  const { first = "", last = "" } = kind.times ?? {};
  return `SELECT min(least(${first}, ${last})) AS first, max(greatest(${first}, ${last})) AS last FROM ${
    schema.table(kind)
  }`;
}

function qualifiedResolutions(schema: PivotSchema): string {
  const [resolutions] = datasetKinds;
  return resolutions ? schema.table(resolutions) : "";
}

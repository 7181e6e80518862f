import {
  type DatasetKind,
  datasetKinds,
  identifier,
  kindNamed,
  literal,
} from "@pivotbook/data";
import type { PivotSchema } from "./pivot_schema.ts";

/**
 * SQL that makes a pivot's summary of its rows in the time window: one row
 * (indicators, first_seen, last_seen, rows, names, addresses, and the rows of
 * each kind). First and last seen are those
 * of sightings; names and addresses the distinct ones of its resolutions.
 */
export function createSummary(
  schema: PivotSchema,
  { indicators }: { indicators: number },
): string {
  const facts = datasetKinds.map((kind) => factsOf(kind, schema));
  const counts = datasetKinds.map(({ name }) =>
    `coalesce(sum(n) FILTER (kind = ${literal(name)}), 0)::BIGINT AS ${
      identifier(name)
    }`
  );
  return `CREATE OR REPLACE TABLE ${schema.summary} AS
WITH facts AS (
  ${facts.join("\n  UNION ALL ")}
), resolved AS (
  SELECT count(DISTINCT rrname) AS names, count(DISTINCT rdata) AS addresses
  FROM ${schema.table(kindNamed("resolutions"))} WHERE rrtype IN ('A', 'AAAA')
)
SELECT ${indicators}::BIGINT AS indicators,
  min(first) AS first_seen, max(last) AS last_seen, sum(n)::BIGINT AS "rows",
  any_value(names) AS names, any_value(addresses) AS addresses,
  ${counts.join(",\n  ")}
FROM facts, resolved`;
}

const UNSEEN = { first: "NULL", last: "NULL" };

/** One row: the kind, how many rows it has, and when they first and last saw the indicator. */
function factsOf(kind: DatasetKind, schema: PivotSchema): string {
  const { first, last } = kind.times?.sighting ? kind.times : UNSEEN;
  return `SELECT ${literal(kind.name)} AS kind, count(*) AS n, ` +
    `min(least(${first}, ${last}))::TIMESTAMP AS first, ` +
    `max(greatest(${first}, ${last}))::TIMESTAMP AS last FROM ${
      schema.table(kind)
    }`;
}

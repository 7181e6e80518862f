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
 * each kind). Names and addresses are the distinct ones of its resolutions.
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

/** One row: the kind, how many rows it has, and their first and last time. */
function factsOf(kind: DatasetKind, schema: PivotSchema): string {
  const { first, last } = kind.times ?? { first: "NULL", last: "NULL" };
  return `SELECT ${literal(kind.name)} AS kind, count(*) AS n, ` +
    `min(least(${first}, ${last}))::TIMESTAMP AS first, ` +
    `max(greatest(${first}, ${last}))::TIMESTAMP AS last FROM ${
      schema.table(kind)
    }`;
}

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
 * each kind). First and last seen are those of sightings; names and addresses
 * the distinct ones of its resolutions. `kinds` are those that have rows: the
 * others would only cost time to plan.
 */
export function createSummary(
  schema: PivotSchema,
  { indicators, kinds }: { indicators: number; kinds: ReadonlySet<string> },
): string {
  const facts = datasetKinds.filter(({ name }) => kinds.has(name))
    .map((kind) => factsOf(kind, schema));
  const counts = datasetKinds.map(({ name }) =>
    `coalesce(sum(n) FILTER (kind = ${literal(name)}), 0)::BIGINT AS ${
      identifier(name)
    }`
  );
  return `CREATE OR REPLACE TABLE ${schema.summary} AS
WITH facts AS (
  ${[NO_FACTS, ...facts].join("\n  UNION ALL ")}
)
SELECT ${indicators}::BIGINT AS indicators,
  min(first) AS first_seen, max(last) AS last_seen,
  coalesce(sum(n), 0)::BIGINT AS "rows",
  ${
    (["rrname", "rdata"] as const).map((column) =>
      resolvedOf(column, { schema, kinds })
    ).join(",\n  ")
  },
  ${counts.join(",\n  ")}
FROM facts`;
}

/** Gives the columns their types. */
const NO_FACTS =
  "SELECT ''::VARCHAR AS kind, 0::BIGINT AS n, NULL::TIMESTAMP AS first, NULL::TIMESTAMP AS last WHERE false";

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

const RESOLVED = { rrname: "names", rdata: "addresses" } as const;

/** How many distinct names, or addresses, the resolutions have. */
function resolvedOf(
  column: keyof typeof RESOLVED,
  { schema, kinds }: { schema: PivotSchema; kinds: ReadonlySet<string> },
): string {
  const resolutions = kindNamed("resolutions");
  const count = kinds.has(resolutions.name)
    ? `(SELECT count(DISTINCT ${column}) FROM ${
      schema.table(resolutions)
    } WHERE rrtype IN ('A', 'AAAA'))`
    : "0::BIGINT";
  return `${count} AS ${RESOLVED[column]}`;
}

import { allColumns } from "../kinds/mod.ts";
import type { DatasetKind } from "../kinds/kind.ts";
import { identifier, literal, qualified } from "../sql/literal.ts";
import { comparedColumns, ORIGIN } from "./compared_columns.ts";
import { byShape, conditions, type KeyTables } from "./conditions.ts";
import { excludedSql } from "./excluded_sql.ts";
import type { LookupRequest } from "./lookup_source.ts";
import { type ReachedPart, segmentAlias } from "./parts.ts";
import type { OrderPlan } from "./plan.ts";
import { rowIdSql } from "./row_ids.ts";
import { timeCondition } from "./time_condition.ts";
import { type WordScan, wordsOf, wordSql } from "./word_scans.ts";

/** What a lookup's SQL is made from. */
export interface LookupPlan {
  readonly request: LookupRequest;
  readonly parts: readonly ReachedPart[];
  /** Parts that are read whole for the request's words. */
  readonly scans: readonly WordScan[];
  readonly tables: KeyTables;
  /** Keys of the excluded indicators and the tables that hold their texts. */
  readonly excluded: readonly OrderPlan[];
  readonly excludedTables: KeyTables;
}

/** Numbers by which excluded rows are named. */
const NUMBERED = `,
numbered AS (
  SELECT *, row_number() OVER () AS number FROM once
)`;

/** The statement that makes `target` (a quoted name) the answer to a lookup. */
export function lookupSql(plan: LookupPlan, target: string): string {
  const { kind } = plan.request;
  const found = branchesOf(plan);
  if (found.length === 0) return emptyTableSql(kind, target);
  return `CREATE OR REPLACE TABLE ${target} AS
WITH found AS (
${found.join("\n  UNION ALL\n")}
),
once AS (
  SELECT dataset, ${comparedColumns(kind).join(", ")},
    min({'import_id': import_id, 'line': line}) AS origin
  FROM found GROUP BY ALL
)${isExcluding(plan) ? NUMBERED : ""}
SELECT dataset, ${selectedColumns(kind).join(", ")}
FROM ${isExcluding(plan) ? "numbered" : "once"}${whereSql(plan)}
ORDER BY ${orderSql(kind)}${limitSql(plan.request)};`;
}

function isExcluding({ excluded }: LookupPlan): boolean {
  return excluded.length > 0;
}

function branchesOf(plan: LookupPlan): string[] {
  return [
    ...plan.parts.flatMap((part) => branches(part, plan)),
    ...plan.scans.map((scan) => scanSql(scan, plan)),
  ];
}

function scanSql(
  { dataset, segment, part }: WordScan,
  { request: { kind, keys }, tables }: LookupPlan,
): string {
  const columns = allColumns(kind).map(({ name }) => identifier(name));
  const table = qualified(segmentAlias(segment.sha256), part.table);
  return `  SELECT ${literal(dataset)} AS dataset, ${columns.join(", ")}
  FROM ${table}
  WHERE ${wordSql(kind, { words: wordsOf(keys), table: tables.words })}`;
}

/** An empty table with the columns of a lookup. */
function emptyTableSql(kind: DatasetKind, target: string): string {
  const columns = allColumns(kind).map(({ name, type }) =>
    `${identifier(name)} ${type}`
  );
  return `CREATE OR REPLACE TABLE ${target} (dataset VARCHAR, ${
    columns.join(", ")
  });`;
}

function branches(
  { dataset, segment, part, keys, rowIds }: ReachedPart,
  { request, tables }: LookupPlan,
): string[] {
  const columns = allColumns(request.kind).map(({ name }) => identifier(name));
  const table = qualified(segmentAlias(segment.sha256), part.table);
  return [...byShape(keys)].map(([shape, same]) =>
    `  SELECT ${literal(dataset)} AS dataset, ${columns.join(", ")}
  FROM ${table} AS part
  WHERE ${conditions[shape](same, tables)}${rowIdSql(rowIds)}`
  );
}

function selectedColumns(kind: DatasetKind): string[] {
  return allColumns(kind).map(({ name }) =>
    ORIGIN.includes(name) ? `origin.${name} AS ${name}` : identifier(name)
  );
}

function whereSql(plan: LookupPlan): string {
  const { kind, window } = plan.request;
  const kept = [
    timeCondition(isExcluding(plan) ? "numbered" : "once", {
      times: kind.times,
      window,
    }),
    excludedSql(plan.excluded, plan.excludedTables),
    unwantedWords(plan),
  ].filter((condition) => condition !== null);
  return kept.length === 0 ? "" : `\nWHERE ${kept.join("\n  AND ")}`;
}

/** A keyword leaves out the rows in any part of which it stands, as it finds them. */
function unwantedWords(
  { request: { kind, exclude }, excludedTables }: LookupPlan,
): string | null {
  const words = wordsOf(exclude);
  if (words.length === 0) return null;
  return `NOT ${wordSql(kind, { words, table: excludedTables.words })}`;
}

/** The grid's order, then all that is left, so that the same rows always come in the same order. */
function orderSql(kind: DatasetKind): string {
  const { column, descending } = kind.sort;
  const first = `${identifier(column)}${descending ? " DESC" : ""} NULLS LAST`;
  const rest = [...kind.naturalKey, ...allColumns(kind).map(({ name }) => name)]
    .filter((name) => name !== column && !ORIGIN.includes(name));
  const ties = [...new Set(rest)].map((name) =>
    `${identifier(name)} NULLS LAST`
  );
  return [first, ...ties, "dataset"].join(", ");
}

function limitSql({ limit }: LookupRequest): string {
  return limit === null ? "" : `\nLIMIT ${limit}`;
}

import {
  type Engine,
  identifier,
  literal,
  rowsOf,
  type RunOptions,
} from "@pivotbook/data";
import type { GridColumn, GridSource } from "./source.ts";
import { plainView, whereSql } from "./view.ts";

/** What a grid needs to know of a table before it draws it. */
export interface GridProfile {
  /** Names of the columns that hold anything. */
  readonly filled: ReadonlySet<string>;
  /** In how many rows a column of indicators holds the seed, by name. */
  readonly seeded: ReadonlyMap<string, number>;
  readonly facets: readonly Facet[];
}

/** A column with few values, and how many rows have each. */
export interface Facet {
  readonly column: string;
  readonly title: string;
  readonly values: readonly { readonly value: string; readonly rows: number }[];
}

/** Most values that a facet may have. */
const FACET_VALUES = 12;
/** Most facets of a grid. */
const FACETS = 3;

/** Reads which columns are filled and which have few values: one pass, and one for the facets. */
export async function readProfile(
  engine: Engine,
  source: GridSource,
  options: RunOptions,
): Promise<GridProfile> {
  const counts = source.columns.flatMap((column, index) => [
    `count(${identifier(column.name)})::DOUBLE AS filled_${index}`,
    `${distinctSql(column)}::DOUBLE AS distinct_${index}`,
    `${seededSql(column, source.seed)}::DOUBLE AS seeded_${index}`,
  ]);
  const sql = `SELECT ${counts.join(", ")} FROM ${source.table}${
    whereSql(source, plainView)
  }`;
  const [row = {}] = rowsOf(await engine.query(sql, options));
  const filled = source.columns.filter((_, index) =>
    Number(row[`filled_${index}`]) > 0
  );
  const places = new Map(
    source.columns.map((column, index) => [column, index]),
  );
  const number = (name: string, column: GridColumn): number =>
    Number(row[`${name}_${places.get(column)}`]);
  const narrow = facetable(
    source.columns,
    (column) => number("distinct", column),
  );
  return {
    filled: new Set(filled.map(({ name }) => name)),
    seeded: new Map(
      source.columns.map((column) => [column.name, number("seeded", column)]),
    ),
    facets: await readFacets(engine, { source, columns: narrow, options }),
  };
}

function seededSql(
  { name, type, indicator }: GridColumn,
  seed: string | null,
): string {
  return seed === null || indicator === null || type !== "VARCHAR"
    ? "0"
    : `count(*) FILTER (WHERE ${identifier(name)} = ${literal(seed)})`;
}

function distinctSql({ name, type }: GridColumn): string {
  return type === "VARCHAR"
    ? `approx_count_distinct(${identifier(name)})`
    : "0";
}

/** The columns that can be chosen from, by how many values each has. */
export function facetable(
  columns: readonly GridColumn[],
  distinct: (column: GridColumn) => number,
): readonly GridColumn[] {
  return columns.filter((column) => isFacet(column, distinct(column)))
    .slice(0, FACETS);
}

function isFacet(column: GridColumn, distinct: number): boolean {
  const plain = column.indicator === null || column.indicator === "mixed";
  return plain && column.type === "VARCHAR" && !NEVER.includes(column.name) &&
    distinct > 1 &&
    distinct <= FACET_VALUES;
}

/** Text for reading, not for choosing. */
const NEVER = ["note", "import_id", "source_url", "value", "rdata"];

async function readFacets(
  engine: Engine,
  request: {
    source: GridSource;
    columns: readonly GridColumn[];
    options: RunOptions;
  },
): Promise<readonly Facet[]> {
  const { source, columns, options } = request;
  if (columns.length === 0) return [];
  const inside = source.inside === null ? "" : ` AND (${source.inside})`;
  const parts = columns.map(({ name }, index) =>
    `SELECT ${index} AS facet, ${
      identifier(name)
    } AS value, count(*)::DOUBLE AS n FROM ${source.table} WHERE ${
      identifier(name)
    } IS NOT NULL${inside} GROUP BY ALL`
  );
  const sql = `${parts.join(" UNION ALL ")} ORDER BY facet, n DESC, value`;
  const rows = rowsOf(await engine.query(sql, options));
  return columns.map(({ name, title }, index) => ({
    column: name,
    title,
    values: rows.filter((row) => row["facet"] === index).map((row) => ({
      value: String(row["value"]),
      rows: Number(row["n"]),
    })),
  }));
}

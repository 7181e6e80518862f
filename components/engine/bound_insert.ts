import { type Column, identifier, type Value } from "@pivotbook/data";

/** A statement with parameters, all texts or null. */
export interface BoundStatement {
  readonly sql: string;
  readonly parameters: readonly (string | null)[];
}

/** More values than this travel faster as Arrow. */
const MOST_VALUES = 200;

/**
 * The statement that makes a table of few values, all bound as parameters;
 * null for what is better sent as Arrow. DuckDB-WASM's first Arrow insert costs
 * some hundred milliseconds, and every page begins with one of a single row.
 */
export function boundInsert(
  table: string,
  columns: readonly Column[],
): BoundStatement | null {
  const rows = columns[0]?.values.length ?? 0;
  const lists = columns.some(({ type }) => type.endsWith("[]"));
  if (rows === 0 || lists || rows * columns.length > MOST_VALUES) return null;
  const positions = Array.from({ length: rows }, (_, row) => row);
  const parameter = "CAST(? AS VARCHAR)";
  const row = `(${columns.map(() => parameter).join(", ")})`;
  const names = columns.map(({ name }) => identifier(name)).join(", ");
  return {
    sql: `CREATE OR REPLACE TABLE ${table} AS SELECT ${
      columns.map(readOf).join(", ")
    } FROM (VALUES ${positions.map(() => row).join(", ")}) AS given(${names})`,
    parameters: positions.flatMap((at) =>
      columns.map(({ values }) => textOf(values[at] ?? null))
    ),
  };
}

/** Times are microseconds, which a cast from text does not know. */
const TIMES = ["TIMESTAMP", "DATE"];

function readOf({ name, type }: Column): string {
  const text = identifier(name);
  const value = TIMES.includes(type)
    ? `make_timestamp(CAST(${text} AS BIGINT))`
    : text;
  return `CAST(${value} AS ${type}) AS ${text}`;
}

/** Half a surrogate pair is no text that could be sent. */
function textOf(value: Value): string | null {
  return value === null ? null : String(value).toWellFormed();
}

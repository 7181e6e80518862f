import { type Column, identifier, literal, type Value } from "@pivotbook/data";

/** A statement with parameters, all texts or null; none where all values are times. */
export interface BoundStatement {
  readonly sql: string;
  readonly parameters: readonly (string | null)[];
}

/** More values than this travel faster as Arrow. */
const MOST_VALUES = 200;

/**
 * The statement that makes a table of few values, bound as parameters, times
 * as integers; null for what is better sent as Arrow. DuckDB-WASM's first Arrow insert costs
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
  const rowAt = (at: number): string =>
    `(${columns.map((column) => placeOf(column, at)).join(", ")})`;
  const names = columns.map(({ name }) => identifier(name)).join(", ");
  return {
    sql: `CREATE OR REPLACE TABLE ${table} AS SELECT ${
      columns.map(readOf).join(", ")
    } FROM (VALUES ${positions.map(rowAt).join(", ")}) AS given(${names})`,
    parameters: positions.flatMap((at) =>
      columns.filter((column) => !isTime(column)).map(({ values }) =>
        textOf(values[at] ?? null)
      )
    ),
  };
}

/** Times are microseconds, which a cast from text does not know. */
const TIMES = ["TIMESTAMP", "DATE"];

function isTime({ type }: Column): boolean {
  return TIMES.includes(type);
}

function placeOf(column: Column, row: number): string {
  if (!isTime(column)) return "CAST(? AS VARCHAR)";
  const value = column.values[row] ?? null;
  return literal(value === null ? null : BigInt(value as bigint));
}

function readOf(column: Column): string {
  const { name, type } = column;
  const text = identifier(name);
  const value = isTime(column)
    ? `make_timestamp(CAST(${text} AS BIGINT))`
    : text;
  return `CAST(${value} AS ${type}) AS ${text}`;
}

/** Half a surrogate pair is no text that could be sent. */
function textOf(value: Value): string | null {
  return value === null ? null : String(value).toWellFormed();
}

/**
 * A value as it leaves an engine. TIMESTAMP is UTC microseconds as bigint, DATE
 * is a TIMESTAMP at midnight, BIGINT and wider are bigint, DECIMAL is text, or
 * bigint without fraction. Values of BLOB, BIT, INTERVAL, MAP, UNION, ENUM and
 * other rare types (`leavesAsText`) are DuckDB's own text under their type's
 * name; UUID is a VARCHAR, and DECIMAL(38,0) a HUGEINT.
 */
export type Value =
  | null
  | string
  | number
  | bigint
  | boolean
  | readonly Value[]
  | { readonly [field: string]: Value };

/** One column of a result. */
export interface Column {
  readonly name: string;
  /** DuckDB's name of the type: `VARCHAR`, `BIGINT`, `TIMESTAMP`, `VARCHAR[]`. */
  readonly type: string;
  readonly values: readonly Value[];
}

/** A result by columns: the one shape in which rows leave an engine. */
export interface Table {
  readonly rows: number;
  readonly columns: readonly Column[];
}

/** One row as an object; for few rows, not for scans. */
export type Row = { readonly [column: string]: Value };

/** The column of that name, or undefined. */
export function columnOf(table: Table, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name);
}

/** The rows of a table as objects, in order. */
export function rowsOf(table: Table): Row[] {
  return Array.from({ length: table.rows }, (_, index) => rowAt(table, index));
}

/** Row `index` as an object. */
function rowAt(table: Table, index: number): Row {
  return Object.fromEntries(
    table.columns.map(({ name, values }) => [name, values[index] ?? null]),
  );
}

import { type DuckDBConnection, listValue } from "@duckdb/node-api";
import type { Detected } from "@pivotbook/data";

/** Columns that a report names at most. */
const MOST_NAMES = 50;

/** Names of the columns in `lines` that the reader does not read, in alphabetical order. */
export async function unknownColumns(
  connection: DuckDBConnection,
  { reader, kind }: Detected,
): Promise<readonly string[]> {
  const known = reader.columns(kind);
  if (known === null) return [];
  // Records of CSV and Parquet all have the same columns.
  const lines = reader.input === "lines" ? "lines" : "(FROM lines LIMIT 1)";
  const found = await connection.runAndReadAll(
    `SELECT DISTINCT left(name, 100) AS name FROM (
      SELECT unnest(json_keys(text)) AS name FROM ${lines}
      WHERE json_valid(text) AND json_type(text) = 'OBJECT'
    ) WHERE NOT list_contains($1, name) ORDER BY ALL LIMIT ${MOST_NAMES}`,
    [listValue(known)],
  );
  return found.getRowsJson().map(([name]) => String(name));
}

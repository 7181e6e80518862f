import type { DuckDBConnection } from "@duckdb/node-api";
import {
  identifier,
  keyFilter,
  kindNamed,
  MAX_FILTERED_KEYS,
  type Part,
} from "@pivotbook/data";

/** The filter over the keys of a part of the attached `segment`; null for ranges, scans and too many keys. */
export async function filterOf(
  connection: DuckDBConnection,
  { kind, order, table }: Part,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const family = kindNamed(kind).orders.find(({ name }) => name === order)
    ?.family;
  if (family === undefined || family.startsWith("range")) return null;
  const from = `FROM segment.${identifier(table)}`;
  const counted = await connection.runAndReadAll(
    `SELECT approx_count_distinct(key) ${from}`,
  );
  const estimate = Number(counted.getRowsJson()[0]?.[0]);
  if (estimate > MAX_FILTERED_KEYS * 1.2) return null;
  const found = await connection.runAndReadAll(
    `SELECT DISTINCT key::VARCHAR ${from}`,
  );
  const keys = (found.getColumns()[0] ?? []).map((key) => BigInt(String(key)));
  return keyFilter(keys, keys.length);
}

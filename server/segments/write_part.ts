import type { DuckDBConnection } from "@duckdb/node-api";
import { type Part, partTable, ROWS_ORDER } from "@pivotbook/data";
import { type Draft, rowsSql } from "./draft.ts";

/** Writes a draft as a table of the attached `segment`; none for a draft without rows. */
export async function writePart(
  connection: DuckDBConnection,
  draft: Draft,
): Promise<Part[]> {
  const { kind } = draft.staged;
  const order = draft.order?.name ?? ROWS_ORDER;
  const table = partTable(kind, order);
  const rows = draft.range === null
    ? rowsSql(draft)
    : `SELECT * FROM (${rowsSql(draft)}) WHERE ${draft.range}`;
  await connection.run(`CREATE TABLE segment.${table} AS ${rows}`);
  const part = await describe(connection, {
    kind: kind.name,
    order,
    table,
    keys: keysOf(draft),
  });
  if (part.rows > 0) return [part];
  await connection.run(`DROP TABLE segment.${table}`);
  return [];
}

/** SQL of the lowest and highest key of a part. */
function keysOf({ order }: Draft): readonly [string, string] {
  if (order === null) return ["0", "0"];
  return [
    "min(key)",
    order.family.startsWith("range") ? "max(key_last)" : "max(key)",
  ];
}

interface PartName extends Pick<Part, "kind" | "order" | "table"> {
  readonly keys: readonly [string, string];
}

async function describe(
  connection: DuckDBConnection,
  name: PartName,
): Promise<Part> {
  const { keys: [low, high], ...names } = name;
  const sql =
    `SELECT count(*)::VARCHAR, (${low})::VARCHAR, (${high})::VARCHAR FROM segment.${names.table}`;
  const row = (await connection.runAndReadAll(sql))
    .getRowsJson()[0] as (string | null)[];
  return {
    ...names,
    rows: Number(row[0]),
    low: row[1] ?? "0",
    high: row[2] ?? "0",
  };
}

import type { DuckDBConnection } from "@duckdb/node-api";
import { literal, type Part, ROWS_ORDER } from "@pivotbook/data";

/** The blocks of each column of a part for scans, in the order of its rows; none for other parts. */
export async function columnBlocks(
  connection: DuckDBConnection,
  { order, table }: Part,
): Promise<number[][]> {
  if (order !== ROWS_ORDER) return [];
  const sql =
    `SELECT list(list_distinct(list_concat([block_id], additional_block_ids)) ORDER BY row_group_id, segment_id)
  FROM pragma_storage_info(${literal(`segment.${table}`)})
  WHERE block_id >= 0 GROUP BY column_id ORDER BY column_id`;
  const rows = (await connection.runAndReadAll(sql)).getRowsJson();
  return rows.map(([blocks]) => [
    ...new Set((blocks as (number | string)[][]).flat().map(Number)),
  ]);
}

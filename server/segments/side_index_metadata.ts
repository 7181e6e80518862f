import type { DuckDBConnection } from "@duckdb/node-api";

/** Storage blocks of the attached database `segment` that hold metadata, ascending. */
export async function metadataBlocks(
  connection: DuckDBConnection,
): Promise<number[]> {
  const sql =
    "SELECT block_id::INTEGER FROM pragma_metadata_info('segment') ORDER BY 1";
  const rows = (await connection.runAndReadAll(sql)).getRowsJson();
  return rows.map(([block]) => Number(block));
}

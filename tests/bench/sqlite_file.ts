import { openSqlite } from "./sqlite_module.ts";
import type { DuckDBConnection } from "@duckdb/node-api";

/** Integers are declared, so that SQLite stores them as short as it can. */
const columns =
  "rname, rrname, rrtype, rdata, ip4 INTEGER, target, first_seen INTEGER, last_seen INTEGER, count INTEGER, seen_as, bailiwick, source, import_id, line INTEGER";

/** Writes the staged rows as an SQLite file with the B-tree indexes that the lookups need. */
export async function buildSqlite(
  connection: DuckDBConnection,
  path: string,
  say: (text: string) => void,
): Promise<void> {
  say("Writing SQLite");
  const database = openSqlite(path);
  database.exec(
    `PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -500000;
     CREATE TABLE rows (${columns});`,
  );
  const marks = columns.split(",").map(() => "?").join(", ");
  const insert = database.prepare(`INSERT INTO rows VALUES (${marks})`);
  const result = await connection.stream(rowsSql);
  database.exec("BEGIN");
  for await (const rows of result.yieldRowsJs()) {
    for (const row of rows) insert.run(...row as string[]);
  }
  database.exec("COMMIT");
  for (const column of ["rname", "ip4", "target"]) {
    database.exec(
      `CREATE INDEX by_${column} ON rows (${column}) WHERE ${column} IS NOT NULL`,
    );
  }
  database.exec("ANALYZE");
  database.close();
}

/** Sorted by name, as its index is, so that rows of one domain lie together. */
const rowsSql =
  `SELECT array_to_string(list_reverse(string_split(rrname, '.')), '.') AS rname, rrname, rrtype, rdata,
  ip4_number(rdata)::DOUBLE AS ip4, CASE WHEN rrtype <> 'A' THEN rdata END AS target,
  epoch_us(first_seen)::DOUBLE, epoch_us(last_seen)::DOUBLE, count::DOUBLE, seen_as, bailiwick, source, import_id, line::DOUBLE
FROM staged ORDER BY rname`;

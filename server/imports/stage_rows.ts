import type { DuckDBConnection } from "@duckdb/node-api";
import {
  allColumns,
  commonColumns,
  type DatasetKind,
  type Detected,
  identifier,
  literal,
} from "@pivotbook/data";
import type { RejectedReason } from "./import_report.ts";
import type { ReadOptions } from "./read_options.ts";
import type { Rejects } from "./rejects.ts";

/** The import that the rows belong to, and the lines that never became any. */
export interface StageOptions {
  readonly id: string;
  readonly unreadable: readonly Rejects[];
}

/** Quoted names of the tables that a file's rows are staged in. */
export interface StagedTables {
  /** What the reader gave: normal form, and a reason or none. */
  readonly rows: string;
  /** Rows to keep, each once. */
  readonly table: string;
  /** Rejected lines: line, reason, text. */
  readonly rejects: string;
}

/** Splits what the reader gives into rows to keep, each once, and rejected lines. */
export async function stage(
  { connection, index }: ReadOptions,
  { reader, kind }: Detected,
  { id, unreadable }: StageOptions,
): Promise<StagedTables> {
  const named = (name: string): string => identifier(`${name}_${index}`);
  const tables = {
    rows: named("rows"),
    table: named("kept"),
    rejects: named("rejected"),
  };
  const { rows, table, rejects } = tables;
  await connection.run(`CREATE TABLE ${rows} AS ${reader.select(kind)}`);
  await connection.run(
    `CREATE TABLE ${table} AS ${distinctRows(kind, { rows, id })}`,
  );
  await connection.run(`CREATE TABLE ${rejects} AS
    SELECT line, reason, left(l.text, 65536) AS text FROM ${rows} LEFT JOIN lines l USING (line) WHERE reason IS NOT NULL`);
  for (const lines of unreadable) await lines.insertInto(rejects, connection);
  return tables;
}

/** Rows that say the same in every column become one, at their first line. */
function distinctRows(
  kind: DatasetKind,
  { rows, id }: { rows: string; id: string },
): string {
  const own = allColumns(kind).map(({ name }) => name).filter((name) =>
    !FILLED.has(name)
  );
  const selected = allColumns(kind).map(({ name }) => filled(name, id));
  return `SELECT ${
    selected.join(", ")
  } FROM ${rows} WHERE reason IS NULL GROUP BY ${
    own.map(identifier).join(", ")
  }`;
}

const FILLED = new Set(commonColumns.slice(-2).map(({ name }) => name));

function filled(name: string, id: string): string {
  if (name === "import_id") return `${literal(id)} AS import_id`;
  return name === "line" ? "min(line) AS line" : identifier(name);
}

/** What became of the rows of a file; `read` is the sum of the others. */
export interface Counts {
  readonly read: number;
  readonly kept: number;
  readonly merged: number;
  readonly rejected: number;
  readonly reasons: readonly RejectedReason[];
}

/** Counts what was staged. */
export async function count(
  connection: DuckDBConnection,
  { rows, table, rejects }: StagedTables,
): Promise<Counts> {
  const number = async (sql: string): Promise<number> =>
    Number((await connection.runAndReadAll(sql)).getRowsJson()[0]?.[0]);
  const kept = await number(`SELECT count(*) FROM ${table}`);
  const rejected = await number(`SELECT count(*) FROM ${rejects}`);
  const good = await number(
    `SELECT count(*) FROM ${rows} WHERE reason IS NULL`,
  );
  const reasons = await reasonsOf(connection, rejects);
  return {
    read: good + rejected,
    kept,
    merged: good - kept,
    rejected,
    reasons,
  };
}

/** Reasons that a report shows; the rest is summed up, and all lines are kept beside the import. */
const SHOWN_REASONS = 20;

async function reasonsOf(
  connection: DuckDBConnection,
  rejects: string,
): Promise<RejectedReason[]> {
  const found = await connection.runAndReadAll(
    `WITH ranked AS (
      SELECT reason, count(*) AS n, min(line) AS line,
        row_number() OVER (ORDER BY count(*) DESC, min(line)) AS rank
      FROM ${rejects} GROUP BY reason
    )
    SELECT CASE WHEN rank <= ${SHOWN_REASONS} THEN reason ELSE 'other reasons' END AS shown,
      sum(n) AS "count", min(line) AS line
    FROM ranked GROUP BY shown, least(rank, ${SHOWN_REASONS + 1})
    ORDER BY min(rank)`,
  );
  return found.getRowObjectsJson().map((row) => ({
    reason: String(row["shown"]),
    count: Number(row["count"]),
    line: Number(row["line"]),
  }));
}

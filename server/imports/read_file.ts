import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import {
  allColumns,
  commonColumns,
  type DatasetKind,
  type Detected,
  detectReader,
  identifier,
  InputError,
  literal,
  type Reader,
  readerNamed,
} from "@pivotbook/data";
import { sha256, sha256OfFile } from "../store/mod.ts";
import { csvRecords, FIELD_MARK } from "./csv_records.ts";
import type { RejectedReason } from "./import_report.ts";
import { cleanLines, LONGEST_LINE, type UnreadableLine } from "./lines.ts";
import { openSource, type SourceFile } from "./source_file.ts";

/** A file whose rows lie in the engine, ready to be written. */
export interface ReadFile {
  readonly source: SourceFile;
  readonly detected: Detected;
  readonly sha256: string;
  /** Id of the import: the same file read by the same reader has the same. */
  readonly id: string;
  /** Quoted name of the table with the rows to keep. */
  readonly table: string;
  /** Quoted name of the table with the rejected ones: line, reason, text. */
  readonly rejects: string;
  readonly read: number;
  readonly kept: number;
  readonly merged: number;
  readonly rejected: number;
  readonly reasons: readonly RejectedReason[];
}

/** How to read a file, and where to put what is in between. */
export interface ReadOptions {
  readonly connection: DuckDBConnection;
  readonly folder: string;
  /** Name of the format; null to let the content decide. */
  readonly format: string | null;
  /** Accepts a stream that breaks off. */
  readonly partial: boolean;
  /** Tells the file's tables from those of the others. */
  readonly index: number;
}

/** Reads a file into the engine; throws an `InputError` when nothing of it could be read. */
export async function readFile(
  path: string,
  options: ReadOptions,
): Promise<ReadFile> {
  const source = await openSource(path);
  const detected = options.format === null
    ? detectReader(source.head)
    : readerNamed(options.format, source.head);
  const { reader, kind } = detected;
  const input = await inputs[reader.input](source, options);
  await checkWhole(reader, source, options);
  const id = sha256(
    `${input.sha256} ${reader.format} ${reader.version} ${kind.name}`,
  ).slice(0, 16);
  const tables = await stage(options, detected, {
    id,
    unreadable: input.rejected,
  });
  const counted = await count(options.connection, tables);
  if (counted.kept === 0) throw nothingRead(source, reader, counted);
  return { source, detected, sha256: input.sha256, id, ...tables, ...counted };
}

interface Input {
  readonly sha256: string;
  readonly rejected: readonly UnreadableLine[];
}

/** By what a file is made of: how it becomes the table `lines`. */
const inputs: Readonly<
  Record<
    Reader["input"],
    (source: SourceFile, options: ReadOptions) => Promise<Input>
  >
> = {
  async lines(source, { connection, folder, index }) {
    const lines = await cleanLines(source, join(folder, `lines-${index}`));
    await connection.run(`CREATE OR REPLACE TABLE lines AS
      SELECT row_number() OVER () AS line, text FROM ${
      readLines(lines.path, ["text"], "\\x00")
    }`);
    await Deno.remove(lines.path);
    return lines;
  },
  async csv(source, { connection, folder, index }) {
    const lines = await cleanLines(source, join(folder, `text-${index}`));
    const spool = join(folder, `records-${index}`);
    const rejected = await csvRecords(lines.path, spool);
    await connection.run(`CREATE OR REPLACE TABLE lines AS
      SELECT line::BIGINT AS line, text FROM ${
      readLines(spool, ["line", "text"], FIELD_MARK)
    }`);
    await Deno.remove(spool);
    return { sha256: lines.sha256, rejected: [...lines.rejected, ...rejected] };
  },
  async parquet(source, { connection }) {
    try {
      await connection.run(`CREATE OR REPLACE TABLE lines AS
        SELECT row_number() OVER () AS line, to_json(r)::VARCHAR AS text FROM read_parquet(${
        literal(source.path)
      }) r`);
    } catch (cause) {
      throw new InputError(`${source.path} is a damaged Parquet file`, {
        code: "damaged-parquet",
        where: { path: source.path },
        remedy: "Write or download it again; nothing was imported",
        cause,
      });
    }
    return { sha256: await sha256OfFile(source.path), rejected: [] };
  },
};

function readLines(
  path: string,
  columns: readonly string[],
  delimiter: string,
): string {
  const types = columns.map((name) => `'${name}': 'VARCHAR'`).join(", ");
  return `read_csv(${
    literal(path)
  }, columns = {${types}}, delim = '${delimiter}', quote = '', escape = '', header = false, auto_detect = false, new_line = '\\n', max_line_size = ${
    LONGEST_LINE + 64
  })`;
}

async function checkWhole(
  reader: Reader,
  source: SourceFile,
  options: ReadOptions,
): Promise<void> {
  for (const { sql, partial } of reader.checks) {
    if (partial && options.partial) continue;
    const [objection] = (await options.connection.runAndReadAll(sql))
      .getRowObjectsJson();
    if (!objection) continue;
    throw new InputError(`${source.path}: ${objection["message"]}`, {
      code: String(objection["code"]),
      where: { path: source.path },
      remedy: String(objection["remedy"]),
    });
  }
}

interface StageOptions {
  readonly id: string;
  readonly unreadable: readonly UnreadableLine[];
}

/** Splits what the reader gives into rows to keep, each once, and rejected lines. */
async function stage(
  { connection, index }: ReadOptions,
  { reader, kind }: Detected,
  { id, unreadable }: StageOptions,
): Promise<{ table: string; rejects: string }> {
  const [rows, table, rejects] = ["rows", "kept", "rejected"].map((name) =>
    identifier(`${name}_${index}`)
  ) as [
    string,
    string,
    string,
  ];
  await connection.run(`CREATE TABLE ${rows} AS ${reader.select(kind)}`);
  await connection.run(
    `CREATE TABLE ${table} AS ${distinctRows(kind, rows, id)}`,
  );
  await connection.run(`CREATE TABLE ${rejects} AS
    SELECT line, reason, left(l.text, 65536) AS text FROM ${rows} LEFT JOIN lines l USING (line) WHERE reason IS NOT NULL`);
  for (const { line, reason, text } of unreadable) {
    await connection.run(`INSERT INTO ${rejects} VALUES ($1, $2, $3)`, [
      line,
      reason,
      text,
    ]);
  }
  return { table, rejects };
}

/** Rows that say the same in every column become one, at their first line. */
function distinctRows(kind: DatasetKind, rows: string, id: string): string {
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

type Counts = Pick<
  ReadFile,
  "read" | "kept" | "merged" | "rejected" | "reasons"
>;

async function count(
  connection: DuckDBConnection,
  { table, rejects }: { table: string; rejects: string },
): Promise<Counts> {
  const number = async (sql: string): Promise<number> =>
    Number((await connection.runAndReadAll(sql)).getRowsJson()[0]?.[0]);
  const kept = await number(`SELECT count(*) FROM ${table}`);
  const rejected = await number(`SELECT count(*) FROM ${rejects}`);
  const good = await number(
    `SELECT count(*) FROM ${
      table.replace("kept_", "rows_")
    } WHERE reason IS NULL`,
  );
  const reasons = (await connection.runAndReadAll(
    `SELECT reason, count(*) AS "count", min(line) AS line FROM ${rejects} GROUP BY reason ORDER BY "count" DESC, line`,
  )).getRowObjectsJson().map((row) => ({
    reason: String(row["reason"]),
    count: Number(row["count"]),
    line: Number(row["line"]),
  }));
  return {
    read: good + rejected,
    kept,
    merged: good - kept,
    rejected,
    reasons,
  };
}

function nothingRead(
  source: SourceFile,
  reader: Reader,
  counts: Counts,
): InputError {
  const [first] = counts.reasons;
  const why = first
    ? `: ${counts.rejected} rows rejected, the first on line ${first.line}: ${first.reason}`
    : ": it holds no rows";
  return new InputError(
    `Nothing of ${source.path} could be read as ${reader.title}${why}`,
    {
      code: "nothing-read",
      where: { path: source.path, ...(first ? { line: first.line } : {}) },
      remedy: "Check that the format fits, or name another with --format",
    },
  );
}

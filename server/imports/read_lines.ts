import { join } from "node:path";
import { InputError, literal, type Reader } from "@pivotbook/data";
import { sha256OfFile } from "../store/mod.ts";
import { csvRecords, FIELD_MARK } from "./csv_records.ts";
import { cleanLines, LONGEST_LINE, type UnreadableLine } from "./lines.ts";
import type { ReadOptions } from "./read_options.ts";
import type { SourceFile } from "./source_file.ts";

/** A file whose lines are in the engine. */
export interface Input {
  readonly sha256: string;
  readonly rejected: readonly UnreadableLine[];
}

/** By what a file is made of: how it becomes the table `lines`. */
export const inputs: Readonly<
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
        literal(source.content)
      }) r`);
    } catch (cause) {
      throw damagedParquet(source.path, cause);
    }
    return { sha256: await sha256OfFile(source.content), rejected: [] };
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

/** An error for a Parquet file that breaks off or is damaged. */
export function damagedParquet(path: string, cause: unknown): InputError {
  return new InputError(`${path} is a damaged Parquet file`, {
    code: "damaged-parquet",
    where: { path },
    remedy: "Write or download it again; nothing was imported",
    cause,
  });
}

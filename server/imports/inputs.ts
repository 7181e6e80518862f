import { join } from "node:path";
import { InputError, literal, type Reader } from "@pivotbook/data";
import { sha256OfFile } from "../store/mod.ts";
import { csvRecords, FIELD_MARK } from "./csv_records.ts";
import { type CleanLines, cleanLines, LONGEST_LINE } from "./lines.ts";
import { checkParquetSize, damagedParquet } from "./parquet.ts";
import type { ReadOptions } from "./read_options.ts";
import { Rejects } from "./rejects.ts";
import type { SourceFile } from "./source_file.ts";

/** A file whose lines are in the engine. */
export interface Input {
  readonly sha256: string;
  /** Lines that are not in it. */
  readonly rejects: readonly Rejects[];
}

/** By what a file is made of: how it becomes the table `lines`. */
export const inputs: Readonly<
  Record<
    Reader["input"],
    (source: SourceFile, options: ReadOptions) => Promise<Input>
  >
> = {
  async lines(source, options) {
    const { lines, rejects } = await cleaned(source, options);
    await options.connection.run(`CREATE OR REPLACE TABLE lines AS
      SELECT row_number() OVER () AS line, text FROM ${
      readLines(lines.path, { columns: ["text"], delimiter: "\\x00" })
    }`);
    await Deno.remove(lines.path);
    return { sha256: lines.sha256, rejects: [rejects] };
  },
  async csv(source, options) {
    const { connection, folder, index } = options;
    const { lines, rejects } = await cleaned(source, options);
    const spool = join(folder, `records-${index}`);
    const others = new Rejects(join(folder, `other-rejects-${index}`));
    const { path } = lines;
    await csvRecords({
      path,
      name: source.path,
      spool,
      rejects: others,
      signal: options.signal,
    });
    await connection.run(`CREATE OR REPLACE TABLE lines AS
      SELECT line::BIGINT AS line, text FROM ${
      readLines(spool, { columns: ["line", "text"], delimiter: FIELD_MARK })
    }`);
    await Deno.remove(spool);
    await Deno.remove(path);
    return { sha256: lines.sha256, rejects: [rejects, others] };
  },
  async parquet(source, { connection, limits }) {
    try {
      await checkParquetSize(source, { connection, limit: limits.unpacked });
      await connection.run(`CREATE OR REPLACE TABLE lines AS
        SELECT row_number() OVER () AS line, to_json(r)::VARCHAR AS text FROM read_parquet(${
        literal(source.content)
      }) r`);
    } catch (cause) {
      if (cause instanceof InputError) throw cause;
      throw damagedParquet(source.path, cause);
    }
    return { sha256: await sha256OfFile(source.content), rejects: [] };
  },
};

async function cleaned(
  source: SourceFile,
  { folder, index, limits, signal }: ReadOptions,
): Promise<{ lines: CleanLines; rejects: Rejects }> {
  const rejects = new Rejects(join(folder, `rejects-${index}`));
  const lines = await cleanLines(source, {
    spool: join(folder, `lines-${index}`),
    rejects,
    limits,
    signal,
  });
  return { lines, rejects };
}

function readLines(
  path: string,
  { columns, delimiter }: { columns: readonly string[]; delimiter: string },
): string {
  const types = columns.map((name) => `'${name}': 'VARCHAR'`).join(", ");
  return `read_csv(${
    literal(path)
  }, columns = {${types}}, delim = '${delimiter}', quote = '', escape = '', header = false, auto_detect = false, new_line = '\\n', max_line_size = ${
    LONGEST_LINE + 64
  })`;
}

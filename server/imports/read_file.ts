import { join } from "node:path";
import {
  type Detected,
  detectReader,
  InputError,
  literal,
  type Reader,
  readerNamed,
} from "@pivotbook/data";
import { sha256 } from "../store/mod.ts";
import { damagedParquet } from "./parquet.ts";
import { inputs } from "./inputs.ts";
import type { ReadOptions } from "./read_options.ts";
import { openSource, type SourceFile } from "./source_file.ts";
import { count, type Counts, stage, type StagedTables } from "./stage_rows.ts";
import { unknownColumns } from "./unknown_columns.ts";

/** A file whose rows lie in the engine, ready to be written. */
export interface ReadFile extends Counts, StagedTables {
  readonly source: SourceFile;
  readonly detected: Detected;
  readonly sha256: string;
  /** Id of the import: the same file read by the same reader has the same. */
  readonly id: string;
  readonly unknownColumns: readonly string[];
}

/** Reads a file into the engine; throws an `InputError` when nothing of it could be read. */
export async function readFile(
  path: string,
  options: ReadOptions,
): Promise<ReadFile> {
  const source = await withColumns(
    await openSource(path, options.name),
    options,
  );
  const detected = options.format === null
    ? detectReader(source.head)
    : readerNamed(options.format, source.head);
  const { reader, kind } = detected;
  const input = await inputs[reader.input](source, options);
  await checkWhole(reader, source, options);
  const id = sha256(
    `${input.sha256} ${reader.format} ${reader.version} ${kind.name} ${options.dataset}`,
  ).slice(0, 16);
  const tables = await stage(options, detected, {
    id,
    unreadable: input.rejects,
  });
  const counted = await count(options.connection, tables);
  if (counted.kept === 0) {
    throw nothingRead(source, { reader, counts: counted });
  }
  return {
    source,
    detected,
    sha256: input.sha256,
    id,
    unknownColumns: await unknownColumns(options.connection, detected),
    ...tables,
    ...counted,
  };
}

const PARQUET = "PAR1";

/** A Parquet file is asked for its columns, through a name of ours: its own may hold wildcards. */
async function withColumns(
  source: SourceFile,
  { connection, folder, index }: ReadOptions,
): Promise<SourceFile> {
  const magic = new TextDecoder().decode(
    source.head.bytes.subarray(0, PARQUET.length),
  );
  if (magic !== PARQUET) return source;
  const path = join(folder, `source-${index}.parquet`);
  await Deno.symlink(await Deno.realPath(source.content), path);
  try {
    const described = await connection.runAndReadAll(
      `DESCRIBE SELECT * FROM read_parquet(${literal(path)})`,
    );
    const columns = described.getRowObjectsJson().map((row) =>
      String(row["column_name"])
    );
    return { ...source, content: path, head: { ...source.head, columns } };
  } catch (cause) {
    throw damagedParquet(source.path, cause);
  }
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

function nothingRead(
  source: SourceFile,
  { reader, counts }: { reader: Reader; counts: Counts },
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

import { createReadStream, createWriteStream } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { InputError } from "@pivotbook/data";
import { CsvError, type Options, parse } from "csv-parse";
import { rejectTail } from "./csv_tail.ts";
import { LONGEST_LINE } from "./lines.ts";
import type { Rejects } from "./rejects.ts";
import { delimiterOf } from "./source_file.ts";

/** Stands between line number and JSON text in the spool; JSON escapes it, so it never occurs in one. */
export const FIELD_MARK = "\u0001";

/** Where a CSV file is read, where its records go, and where those go that are none. */
export interface CsvRecords {
  /** Clean lines; it is cut before a quote that is not closed. */
  readonly path: string;
  /** What the file is called for a reader. */
  readonly name: string;
  /** Gets each record as `line`, a mark and a JSON object. */
  readonly spool: string;
  readonly rejects: Rejects;
}

/** The last record that a parser gave, however far its stream got. */
interface Progress {
  records: number;
  /** Line on which it ends. */
  line: number;
}

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
  /** The record as written. */
  readonly raw: string;
}

/**
 * Makes JSON lines of CSV records; records of another width are rejected, and
 * all lines behind a quote that is not closed, since nothing tells where the
 * next record begins. Throws an `InputError` when that leaves no record.
 */
export async function csvRecords(files: CsvRecords): Promise<void> {
  const progress = { records: 0, line: 0 };
  try {
    await parseInto(files, progress);
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const line = progress.line + 1;
    if (progress.records < 2) throw badCsv(files.name, { line, cause });
    await files.rejects.clear();
    const reason = reasons[cause.code] ?? unclosed;
    await rejectTail({ path: files.path, line, reason }, files.rejects);
    await parseInto(files, progress);
  }
}

const unclosed = (line: number): string =>
  `behind a quote on line ${line} that is not closed`;

/** Why nothing behind a line can be read, by the parser's code. */
const reasons: Readonly<Record<string, (line: number) => string>> = {
  CSV_MAX_RECORD_SIZE: (line) =>
    `behind a record on line ${line} that is longer than ${
      LONGEST_LINE >> 20
    } MiB, or whose quote is not closed`,
};

async function parseInto(
  { path, spool, rejects }: CsvRecords,
  progress: Progress,
): Promise<void> {
  const options: Options = {
    bom: true,
    delimiter: delimiterOf(await firstLine(path)),
    info: true,
    raw: true,
    max_record_size: LONGEST_LINE,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
    on_record(record, { lines }) {
      progress.records += 1;
      progress.line = lines;
      return record;
    },
  };
  await pipeline(
    createReadStream(path),
    parse(options),
    toJson(rejects),
    createWriteStream(spool),
  );
}

function toJson(rejects: Rejects): Transform {
  let header: readonly string[] | null = null;
  return new Transform({
    writableObjectMode: true,
    transform({ record, info, raw }: ParsedRecord, _encoding, done) {
      const line = info.lines - lineBreaks(raw.trim());
      if (header === null) {
        header = record.map((name) => name.trim().toLowerCase());
        return done();
      }
      if (record.length !== header.length) {
        const reason =
          `has ${record.length} fields, the header ${header.length}`;
        const text = record.join(",");
        rejects.add({ line, reason, text }).then(() => done(), done);
        return;
      }
      const object = Object.fromEntries(
        header.map((name, index) => [name, record[index]]),
      );
      done(null, `${line}${FIELD_MARK}${JSON.stringify(object)}\n`);
    },
  });
}

async function firstLine(path: string): Promise<string> {
  using file = await Deno.open(path);
  const buffer = new Uint8Array(64 * 1024);
  const read = await file.read(buffer) ?? 0;
  return new TextDecoder().decode(buffer.subarray(0, read)).split(
    /\r?\n/,
    1,
  )[0] ?? "";
}

function lineBreaks(text: string): number {
  return text.split("\n").length - 1;
}

/** A quote that is not closed where nothing precedes it that could be kept. */
function badCsv(
  path: string,
  { line, cause }: { line: number; cause: CsvError },
): InputError {
  return new InputError(
    `${path} cannot be read as CSV from line ${line} on: a quote is not closed`,
    {
      code: "bad-csv",
      where: { path, line },
      remedy:
        "Close the quote there, or double it where it is part of a value; nothing was imported",
      cause,
    },
  );
}

import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { Transform } from "node:stream";
import { InputError } from "@pivotbook/data";
import { CsvError, parse } from "csv-parse";
import { delimiterOf } from "./source_file.ts";
import { LONGEST_LINE, type UnreadableLine } from "./lines.ts";

/** Stands between line number and JSON text in the spool; JSON escapes it, so it never occurs in one. */
export const FIELD_MARK = "\u0001";

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
  /** The record as written. */
  readonly raw: string;
}

/** Writes each CSV record as `line`, a mark and a JSON object; records of another width are rejected. */
export async function csvRecords(
  path: string,
  spool: string,
): Promise<UnreadableLine[]> {
  const rejected: UnreadableLine[] = [];
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(await firstLine(path)),
    info: true,
    raw: true,
    max_record_size: LONGEST_LINE,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  });
  try {
    await pipeline(
      createReadStream(path),
      parser,
      toJson(rejected),
      createWriteStream(spool, { flags: "wx" }),
    );
  } catch (cause) {
    throw cause instanceof CsvError ? badCsv(path, cause) : cause;
  }
  return rejected;
}

function toJson(rejected: UnreadableLine[]): Transform {
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
        rejected.push({ line, reason, text: record.join(",") });
        return done();
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

/** Quotes that do not match leave no way to tell where the next record begins. */
function badCsv(path: string, cause: CsvError): InputError {
  const line = Number((cause as { lines?: number }).lines ?? 1);
  return new InputError(
    `${path} cannot be read as CSV from line ${line} on: a quote is not closed`,
    {
      code: "bad-csv",
      where: { path, line },
      remedy: "Close or double the quote there; nothing was imported",
      cause,
    },
  );
}

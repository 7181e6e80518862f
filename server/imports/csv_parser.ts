import { createReadStream } from "node:fs";
import { CsvError, type Options, parse } from "csv-parse";
import type { CsvPlace } from "./csv_place.ts";
import { LONGEST_LINE } from "./lines.ts";

/** A record of a CSV file. */
export interface CsvRecord {
  readonly fields: readonly string[];
  /** Line on which it begins. */
  readonly line: number;
}

/** Why a parser stopped, and where the record begins that it could not read. */
export interface CsvFailure {
  readonly cause: CsvError;
  readonly from: CsvPlace;
}

/** How to read a file, and what takes its records; it is waited for. */
export interface CsvParse {
  readonly from: CsvPlace;
  readonly delimiter: string;
  readonly take: (records: readonly CsvRecord[]) => Promise<void>;
}

/** What a parser gives that was asked for more than the fields. */
interface ParsedRecord {
  readonly record: readonly string[];
  /** The record as written. */
  readonly raw: string;
}

/** Reads records to the end of a file, or to one that cannot be read: that is the failure. */
export async function parseCsv(
  path: string,
  { from, delimiter, take }: CsvParse,
): Promise<CsvFailure | null> {
  let records: CsvRecord[] = [];
  let next = from;
  const options: Options = {
    bom: from.offset === 0,
    delimiter,
    info: true,
    raw: true,
    record_delimiter: "\n",
    max_record_size: LONGEST_LINE,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
    on_record(parsed, { lines, bytes }) {
      const { record, raw } = parsed as unknown as ParsedRecord;
      const last = from.line - 1 + lines;
      next = { offset: from.offset + bytes, line: last + 1 };
      records.push({ fields: record, line: last - lineBreaks(raw.trim()) });
      return null;
    },
  };
  const write = writerOf(options);
  const flush = async (): Promise<void> => {
    const taken = records;
    records = [];
    await take(taken);
  };
  try {
    for await (const chunk of createReadStream(path, { start: from.offset })) {
      await write(chunk);
      await flush();
    }
    await write(null);
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    await flush();
    return { cause, from: next };
  }
  await flush();
  return null;
}

/** Hands bytes to a parser, null at the end; its records come by `on_record` only, so none is lost behind an error. */
function writerOf(
  options: Options,
): (chunk: Uint8Array | null) => Promise<void> {
  const parser = parse(options);
  let failure: Error | null = null;
  parser.on("error", (error) => failure = error);
  return async (chunk) => {
    await new Promise<void>((resolve) => {
      if (chunk !== null) parser.write(chunk, () => resolve());
      else parser.once("close", resolve).resume().end();
    });
    if (failure !== null) throw failure;
  };
}

function lineBreaks(text: string): number {
  return text.split("\n").length - 1;
}

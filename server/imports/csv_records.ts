import { InputError } from "@pivotbook/data";
import type { CsvError } from "csv-parse";
import { writeAll } from "../store/mod.ts";
import { type CsvFailure, type CsvRecord, parseCsv } from "./csv_parser.ts";
import type { CsvPlace } from "./csv_place.ts";
import { recordSpan } from "./csv_record_span.ts";
import { rejectLine } from "./csv_reject_line.ts";
import { LONGEST_LINE } from "./lines.ts";
import type { Rejects } from "./rejects.ts";
import { delimiterOf } from "./source_file.ts";

/** Stands between line number and JSON text in the spool; JSON escapes it, so it never occurs in one. */
export const FIELD_MARK = "\u0001";

/** Where a CSV file is read, where its records go, and where those go that are none. */
export interface CsvRecords {
  /** Clean lines. */
  readonly path: string;
  /** What the file is called for a reader. */
  readonly name: string;
  /** Gets each record as `line`, a mark and a JSON object. */
  readonly spool: string;
  readonly rejects: Rejects;
  /** Gives it up between two pieces of the file. */
  readonly signal: AbortSignal | undefined;
}

/**
 * Makes JSON lines of CSV records. Records that cannot be read, or have another
 * width, are rejected. A quote that is not closed rejects its line; the next
 * record begins on the line behind. Throws an `InputError` where the header
 * cannot be read, or names a column twice.
 */
export async function csvRecords(files: CsvRecords): Promise<void> {
  const delimiter = delimiterOf(await firstLine(files.path));
  using spool = await Deno.open(files.spool, { write: true, createNew: true });
  const table = new CsvTable(files, spool);
  const take = async (records: readonly CsvRecord[]): Promise<void> => {
    files.signal?.throwIfAborted();
    await table.take(records);
  };
  let from: CsvPlace | null = { offset: 0, line: 1 };
  while (from !== null) {
    const failure: CsvFailure | null = await parseCsv(files.path, {
      from,
      delimiter,
      take,
    });
    if (failure === null) return;
    from = await rejectAt(failure, { files, delimiter, table });
  }
}

/** Rejects the record that could not be read and gives the place of the next; null where there is none. */
async function rejectAt(
  { cause, from }: CsvFailure,
  { files, delimiter, table }: {
    files: CsvRecords;
    delimiter: string;
    table: CsvTable;
  },
): Promise<CsvPlace | null> {
  const { path, name, rejects, signal } = files;
  signal?.throwIfAborted();
  const span = await recordSpan(path, { from, delimiter });
  if (table.records === 0) throw badCsv(name, { line: from.line, cause });
  if (span === null) return await rejectLine({ path, from }, rejects);
  const { first, last, text, next } = span;
  const lines = last > first ? `; it reaches to line ${last}` : "";
  const reason = (reasons[cause.code] ?? misquoted) + lines;
  await rejects.add({ line: first, reason, text });
  return next;
}

const misquoted = "a quote is followed by other characters than the delimiter";

/** Why a record cannot be read, by the parser's code. */
const reasons: Readonly<Record<string, string>> = {
  CSV_MAX_RECORD_SIZE: `longer than ${
    LONGEST_LINE >> 20
  } MiB, or a quote is not closed`,
};

/** Writes records as JSON, by the names that the first of them gives. */
class CsvTable {
  /** How many there were, the header included. */
  records = 0;
  #header: readonly string[] = [];
  readonly #name: string;
  readonly #rejects: Rejects;
  readonly #spool: Deno.FsFile;

  constructor({ name, rejects }: CsvRecords, spool: Deno.FsFile) {
    this.#name = name;
    this.#rejects = rejects;
    this.#spool = spool;
  }

  async take(records: readonly CsvRecord[]): Promise<void> {
    let text = "";
    for (const { fields, line } of records) {
      this.records += 1;
      if (this.records === 1) this.#header = headerOf(fields, this.#name, line);
      else if (fields.length !== this.#header.length) {
        const reason =
          `has ${fields.length} fields, the header ${this.#header.length}`;
        await this.#rejects.add({ line, reason, text: fields.join(",") });
      } else text += `${line}${FIELD_MARK}${this.#json(fields)}\n`;
    }
    await writeAll(this.#spool, new TextEncoder().encode(text));
  }

  #json(fields: readonly string[]): string {
    const entries = this.#header.map((name, index) => [name, fields[index]]);
    return JSON.stringify(Object.fromEntries(entries));
  }
}

/** Names of the columns; throws where two have the same. */
function headerOf(
  fields: readonly string[],
  path: string,
  line: number,
): string[] {
  const names = fields.map(columnName);
  const twice = names.find((name, index) =>
    name !== "" && names.indexOf(name) !== index
  );
  if (twice === undefined) return names;
  throw new InputError(`${path} has two columns "${twice}"`, {
    code: "duplicate-column",
    where: { path, line },
    remedy:
      "Rename one of them, or take it out, so that each value has one place; nothing was imported",
  });
}

function columnName(field: string): string {
  return field.trim().toLowerCase();
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

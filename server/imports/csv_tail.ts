import { Buffer } from "node:buffer";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { Rejects } from "./rejects.ts";

/** Where a CSV file ceases to be readable. */
export interface CsvTail {
  readonly path: string;
  /** Line behind the last record that could be read. */
  readonly line: number;
}

/** Rejects every line from there on and cuts the file before it, so that what precedes can be read. */
export async function rejectTail(
  { path, line }: CsvTail,
  rejects: Rejects,
): Promise<void> {
  const input = createReadStream(path);
  let at = 0;
  let offset = 0;
  let first: number | null = null;
  for await (const text of createInterface({ input })) {
    at += 1;
    if (at < line) offset += Buffer.byteLength(text) + 1;
    else if (text.trim() !== "") {
      first ??= at;
      const reason = `behind a quote on line ${first} that is not closed`;
      await rejects.add({ line: at, reason, text });
    }
  }
  await Deno.truncate(path, offset);
}

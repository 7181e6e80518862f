import { Buffer } from "node:buffer";
import { createReadStream } from "node:fs";
import type { Rejects } from "./rejects.ts";

/** Where a CSV file ceases to be readable. */
export interface CsvTail {
  readonly path: string;
  /** Line behind the last record that could be read. */
  readonly line: number;
  /** Why not, of the line from which on it cannot. */
  readonly reason: (line: number) => string;
}

/** Rejects every line from there on and cuts the file before it, so that what precedes can be read. */
export async function rejectTail(
  { path, line, reason }: CsvTail,
  rejects: Rejects,
): Promise<void> {
  let at = 0;
  let offset = 0;
  let first: number | null = null;
  for await (const bytes of linesOf(path)) {
    at += 1;
    if (at < line) {
      offset += bytes.length;
      continue;
    }
    const text = bytes.toString().trimEnd();
    if (text.trim() === "") continue;
    first ??= at;
    await rejects.add({ line: at, reason: reason(first), text });
  }
  await Deno.truncate(path, offset);
}

const LINE_FEED = 0x0a;

/** Lines with their ends, as bytes: other readers also end a line at characters that CSV does not. */
async function* linesOf(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const chunk of createReadStream(path)) {
    let start = 0;
    for (
      let end = chunk.indexOf(LINE_FEED);
      end >= 0;
      end = chunk.indexOf(LINE_FEED, start)
    ) {
      yield Buffer.concat([...rest, chunk.subarray(start, end + 1)]);
      rest = [];
      start = end + 1;
    }
    rest.push(chunk.subarray(start));
  }
  const last = Buffer.concat(rest);
  if (last.length > 0) yield last;
}

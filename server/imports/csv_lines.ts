import { Buffer } from "node:buffer";
import { createReadStream } from "node:fs";
import type { CsvPlace } from "./csv_place.ts";

/** A line with its end, as bytes: other readers also end a line at characters that CSV does not. */
export interface CsvLine extends CsvPlace {
  readonly bytes: Buffer;
}

const LINE_FEED = 0x0a;

/** The lines of a file from a place on. */
export async function* linesFrom(
  path: string,
  { offset, line }: CsvPlace,
): AsyncGenerator<CsvLine> {
  const place = { offset, line };
  for await (const bytes of pieces(path, offset)) {
    yield { ...place, bytes };
    place.offset += bytes.length;
    place.line += 1;
  }
}

async function* pieces(path: string, start: number): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const chunk of createReadStream(path, { start })) {
    let begin = 0;
    for (
      let end = chunk.indexOf(LINE_FEED);
      end >= 0;
      end = chunk.indexOf(LINE_FEED, begin)
    ) {
      yield Buffer.concat([...rest, chunk.subarray(begin, end + 1)]);
      rest = [];
      begin = end + 1;
    }
    rest.push(chunk.subarray(begin));
  }
  const last = Buffer.concat(rest);
  if (last.length > 0) yield last;
}

/** Whether nothing but white space is on a line. */
export function isBlank({ bytes }: CsvLine): boolean {
  return bytes.toString().trim() === "";
}

import type { ByteRange } from "@pivotbook/data";
import { SegmentFault } from "./segment_fault.ts";

/** Header by which a server says how many ranges of a file it gives in one answer. */
export const MULTI_RANGE_HEADER = "x-multi-range";

/** Servers commonly refuse headers above 8 KB; other headers need room, too. */
const HEADER_CHARACTERS = 6_000;

/** Larger answers come sooner as several at a time. */
const BATCH_BYTES = 12_000_000;

/** Bytes of a file that came for one of the ranges that were asked for. */
export interface RangePart {
  readonly range: ByteRange;
  readonly bytes: Uint8Array;
}

/** The value of a Range header. */
export function header(ranges: readonly ByteRange[]): string {
  const spans = ranges.map(({ offset, length }) =>
    `${offset}-${offset + length - 1}`
  );
  return `bytes=${spans.join(",")}`;
}

/** Whether an answer says that several ranges are not given at once after all, as a store in between may. */
export function isRefused(
  ranges: readonly ByteRange[],
  { status, type }: { status: number; type: string | null },
): boolean {
  const met = status === 206 && (type ?? "").startsWith("multipart/byteranges");
  return ranges.length > 1 && !met && status < 500;
}

/** Divides ranges among requests of at most `limit` ranges each. */
export function batchesOf(
  ranges: readonly ByteRange[],
  limit: number,
): ByteRange[][] {
  const batches: ByteRange[][] = [];
  let characters = 0;
  let bytes = 0;
  for (const range of ranges) {
    const batch = batches.at(-1);
    characters += header([range]).length;
    bytes += range.length;
    const fits = batch && batch.length < limit && bytes <= BATCH_BYTES &&
      characters <= HEADER_CHARACTERS;
    if (fits) batch.push(range);
    else {
      batches.push([range]);
      characters = header([range]).length;
      bytes = range.length;
    }
  }
  return batches;
}

/** What came for the ranges that were asked for, each of them; throws where one is missing. */
export function answered(
  ranges: readonly ByteRange[],
  body: Uint8Array,
): RangePart[] {
  const [only] = ranges;
  if (only && ranges.length === 1) return [{ range: only, bytes: body }];
  const parts = new Map(
    partsOf(body).map(({ range, bytes }) => [range.offset, bytes]),
  );
  return ranges.map((range) => {
    const bytes = parts.get(range.offset);
    if (bytes?.length === range.length) return { range, bytes };
    throw new SegmentFault(
      `Segment answered without its bytes ${range.offset} on`,
      { trouble: "short" },
    );
  });
}

/** The parts of an answer to a request for several ranges (RFC 9110, `multipart/byteranges`). */
export function partsOf(body: Uint8Array): RangePart[] {
  const decoder = new TextDecoder();
  const parts: RangePart[] = [];
  for (let at = 0; at < body.length;) {
    const text = decoder.decode(body.subarray(at, at + PART_HEADER_BYTES));
    const stop = text.indexOf(HEADER_END);
    const [, first, last] = CONTENT_RANGE.exec(text.slice(0, stop)) ?? [];
    if (stop < 0 || first === undefined) break;
    const offset = Number(first);
    const length = Number(last) + 1 - offset;
    const start = at + stop + HEADER_END.length;
    const bytes = body.subarray(start, start + length);
    parts.push({ range: { offset, length }, bytes });
    at = start + length;
  }
  return parts;
}

const PART_HEADER_BYTES = 512;
const HEADER_END = "\r\n\r\n";
const CONTENT_RANGE = /content-range: *bytes (\d+)-(\d+)/i;

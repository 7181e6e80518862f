import { pack, unpack } from "./packed.ts";
import { blockRuns, blocksOf } from "./block_runs.ts";
import type { PartIndex, RowGroup, SideIndex } from "./side_index.ts";

const VERSION = 2;

interface EncodedPart {
  table: string;
  rows: number[];
  low: string[];
  high: string[];
  texts: [number, string, string][];
  /** By row group: first block and how many, then the gap to the next run and how many. */
  blocks: number[][];
  columns: number[][];
  /** Whether a filter follows. */
  filtered: boolean;
}

/** Writes the side index of the segment of that hash as bytes, compressed. */
export async function encodeSideIndex(
  { blockSize, metadata, parts }: SideIndex,
  sha256: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const filters = parts.map(({ filter }) => filter).filter((filter) =>
    filter !== null
  );
  const head = {
    version: VERSION,
    segment: sha256,
    blockSize,
    metadata: metadata.map(({ offset }) => offset),
    parts: parts.map(encodePart),
  };
  return await pack(head, [...metadata.map(({ bytes }) => bytes), ...filters]);
}

/**
 * Reads what `encodeSideIndex` wrote for the segment of that hash. Null for
 * another version or segment and for damaged bytes: a lookup works without,
 * and with a wrong one it would miss rows. Older ones name no segment.
 */
export async function decodeSideIndex(
  bytes: Uint8Array<ArrayBuffer>,
  sha256: string,
): Promise<SideIndex | null> {
  const packed = await unpack(bytes).catch(() => null);
  if (packed === null) return null;
  const { version, segment = sha256, blockSize, metadata, parts } = packed.head;
  if (version !== VERSION || segment !== sha256) return null;
  const pieces = packed.pieces[Symbol.iterator]();
  const next = (): Uint8Array<ArrayBuffer> =>
    pieces.next().value ?? new Uint8Array();
  return {
    blockSize,
    metadata: metadata.map((offset: number) => ({ offset, bytes: next() })),
    parts: parts.map((part: EncodedPart) => ({
      ...decodePart(part),
      filter: part.filtered ? next() : null,
    })),
  };
}

function encodePart(
  { table, groups, filter, columns }: PartIndex,
): EncodedPart {
  return {
    table,
    rows: groups.map(({ rows }) => rows),
    low: groups.map(({ low }) => low.toString(36)),
    high: groups.map(({ high }) => high.toString(36)),
    texts: groups.flatMap(({ lowText, highText }, index) =>
      lowText === null || highText === null ? [] : [[index, lowText, highText]]
    ),
    blocks: groups.map(({ blocks }) => blockRuns(blocks)),
    columns: columns.map(blockRuns),
    filtered: filter !== null,
  };
}

function decodePart(part: EncodedPart): Omit<PartIndex, "filter"> {
  const texts = new Map(
    part.texts.map(([index, low, high]) => [index, { low, high }]),
  );
  let start = 0;
  const groups = part.rows.map((rows, index) => {
    const group: RowGroup = {
      start,
      rows,
      low: fromBase36(part.low[index] ?? "0"),
      high: fromBase36(part.high[index] ?? "0"),
      lowText: texts.get(index)?.low ?? null,
      highText: texts.get(index)?.high ?? null,
      blocks: blocksOf(part.blocks[index] ?? []),
    };
    start += rows;
    return group;
  });
  return { table: part.table, groups, columns: part.columns.map(blocksOf) };
}

function fromBase36(text: string): bigint {
  let value = 0n;
  for (const digit of text) value = value * 36n + BigInt(parseInt(digit, 36));
  return value;
}

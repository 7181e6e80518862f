/** One row group of a part: which keys it holds and where they lie. */
export interface RowGroup {
  /** Row id of its first row. */
  readonly start: number;
  readonly rows: number;
  /** Lowest and highest key; of address ranges the lowest first and the highest last address. */
  readonly low: bigint;
  readonly high: bigint;
  /** Beginnings of the texts after the lowest and highest key, where one key spans row groups; else null. */
  readonly lowText: string | null;
  readonly highText: string | null;
  /** Storage blocks that its columns occupy, ascending. */
  readonly blocks: readonly number[];
}

/** The row groups of one part, in order. */
export interface PartIndex {
  readonly table: string;
  readonly groups: readonly RowGroup[];
}

/** What lies where in a segment file, so that a reader can fetch what a lookup needs at once. */
export interface SideIndex {
  /** Bytes of a storage block. */
  readonly blockSize: number;
  /** Blocks of metadata, which are read when the segment is attached and first used. */
  readonly metadata: readonly number[];
  readonly parts: readonly PartIndex[];
}

/** Bytes before the first storage block of a DuckDB file. */
export const HEADER_BYTES = 12_288;

/** So many characters of a text are kept. */
export const TEXT_LENGTH = 40;

/** Files below so many bytes have no side index: they are fetched whole. */
export const WHOLE_FILE_BYTES = 8_000_000;

const VERSION = 1;

interface EncodedPart {
  table: string;
  rows: number[];
  low: string[];
  high: string[];
  texts: [number, string, string][];
  /** By row group: first block and how many, then the gap to the next run and how many. */
  blocks: number[][];
}

/** Writes a side index as bytes. */
export function encodeSideIndex(index: SideIndex): Uint8Array<ArrayBuffer> {
  const { blockSize, metadata, parts } = index;
  const encoded = parts.map(encodePart);
  return new TextEncoder().encode(JSON.stringify({
    version: VERSION,
    blockSize,
    metadata: runsOf(metadata),
    parts: encoded,
  }));
}

/** Reads what `encodeSideIndex` wrote; null for another version, since a lookup works without. */
export function decodeSideIndex(bytes: Uint8Array): SideIndex | null {
  const { version, blockSize, metadata, parts } = JSON.parse(
    new TextDecoder().decode(bytes),
  );
  if (version !== VERSION) return null;
  return {
    blockSize,
    metadata: blocksOf(metadata),
    parts: parts.map(decodePart),
  };
}

function encodePart({ table, groups }: PartIndex): EncodedPart {
  return {
    table,
    rows: groups.map(({ rows }) => rows),
    low: groups.map(({ low }) => low.toString(36)),
    high: groups.map(({ high }) => high.toString(36)),
    texts: groups.flatMap(({ lowText, highText }, index) =>
      lowText === null || highText === null ? [] : [[index, lowText, highText]]
    ),
    blocks: groups.map(({ blocks }) => runsOf(blocks)),
  };
}

function decodePart(part: EncodedPart): PartIndex {
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
  return { table: part.table, groups };
}

function fromBase36(text: string): bigint {
  let value = 0n;
  for (const digit of text) value = value * 36n + BigInt(parseInt(digit, 36));
  return value;
}

/** Ascending numbers as pairs: distance from the end of the last run, and length. */
function runsOf(blocks: readonly number[]): number[] {
  const runs: number[] = [];
  let end = 0;
  for (const block of blocks) {
    if (runs.length > 0 && block === end) {
      runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
    } else {
      runs.push(block - end, 1);
    }
    end = block + 1;
  }
  return runs;
}

function blocksOf(runs: readonly number[]): number[] {
  const blocks: number[] = [];
  let end = 0;
  for (let at = 0; at < runs.length; at += 2) {
    const start = end + (runs[at] ?? 0);
    end = start + (runs[at + 1] ?? 0);
    for (let block = start; block < end; block++) blocks.push(block);
  }
  return blocks;
}

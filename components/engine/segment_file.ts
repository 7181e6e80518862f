import { type ByteRange, HEADER_BYTES } from "@pivotbook/data";
import type { BlockCache } from "./block_cache.ts";

/** What the worker must know of a segment before DuckDB asks for it. */
export interface SegmentDescription {
  readonly url: string;
  /** Size of the file in bytes. */
  readonly bytes: number;
  /** Bytes of a storage block. */
  readonly blockSize: number;
}

/** Bytes of a response and the version of the file that they are from. */
export interface FetchedBytes {
  readonly bytes: Uint8Array;
  readonly etag: string | null;
}

const HEADER = -1;

/** One segment file: which of its blocks are cached, and that all come from one version of it. */
export class SegmentFile {
  readonly description: SegmentDescription;
  readonly #cache: BlockCache;
  #etag: string | null = null;

  constructor(description: SegmentDescription, cache: BlockCache) {
    this.description = description;
    this.#cache = cache;
  }

  /**
   * Bytes from `start`, at least one and at most up to `stop` (excluded): what
   * is cached without a gap, else the one block at `start`, by `fetch`.
   */
  read(
    { start, stop }: { start: number; stop: number },
    fetch: (range: ByteRange) => FetchedBytes,
  ): Uint8Array {
    const first = this.#blockAt(start);
    if (!this.#cache.has(this.#key(first))) {
      const range = this.#rangeOf(first);
      this.store(range, fetch(range));
    }
    return this.#cachedBytes(start, Math.min(stop, this.description.bytes));
  }

  /** The parts of the ranges that are not cached, as whole blocks, neighbours joined. */
  missing(ranges: readonly ByteRange[]): ByteRange[] {
    const joined: ByteRange[] = [];
    for (const block of this.#blocksOf(ranges)) {
      if (this.#cache.has(this.#key(block))) continue;
      const range = this.#rangeOf(block);
      const last = joined.at(-1);
      if (last && last.offset + last.length === range.offset) {
        const length = last.length + range.length;
        joined[joined.length - 1] = { offset: last.offset, length };
      } else if (range.length > 0) joined.push(range);
    }
    return joined;
  }

  /** Keeps the fetched bytes of a range of whole blocks; throws if the file changed since the first. */
  store(range: ByteRange, { bytes, etag }: FetchedBytes): void {
    this.#pin(etag);
    if (bytes.byteLength !== range.length) {
      throw new Error(
        `Segment answered ${bytes.byteLength} bytes instead of ${range.length}: ${this.description.url}`,
      );
    }
    for (const block of this.#blocksOf([range])) {
      const { offset, length } = this.#rangeOf(block);
      const from = offset - range.offset;
      this.#cache.set(this.#key(block), bytes.slice(from, from + length));
    }
  }

  #pin(etag: string | null): void {
    if (this.#etag !== null && etag !== this.#etag) {
      throw new Error(
        `Segment changed on the server: ${this.description.url}`,
      );
    }
    this.#etag = etag;
  }

  #cachedBytes(start: number, stop: number): Uint8Array {
    const pieces: Uint8Array[] = [];
    for (let at = start; at < stop;) {
      const block = this.#blockAt(at);
      const bytes = this.#cache.get(this.#key(block));
      if (bytes === undefined) break;
      const { offset, length } = this.#rangeOf(block);
      pieces.push(bytes.subarray(at - offset, stop - offset));
      at = offset + length;
    }
    return pieces.length === 1 && pieces[0] ? pieces[0] : joinBytes(pieces);
  }

  #blocksOf(ranges: readonly ByteRange[]): number[] {
    const blocks = new Set<number>();
    for (const { offset, length } of ranges) {
      const last = Math.min(offset + length, this.description.bytes) - 1;
      const stop = this.#blockAt(last);
      for (let block = this.#blockAt(offset); block <= stop; block++) {
        blocks.add(block);
      }
    }
    return [...blocks].sort((left, right) => left - right);
  }

  #blockAt(position: number): number {
    if (position < HEADER_BYTES) return HEADER;
    const { blockSize } = this.description;
    return Math.floor((position - HEADER_BYTES) / blockSize);
  }

  #rangeOf(block: number): ByteRange {
    const { blockSize, bytes } = this.description;
    if (block === HEADER) {
      return { offset: 0, length: Math.min(HEADER_BYTES, bytes) };
    }
    const offset = HEADER_BYTES + block * blockSize;
    return { offset, length: Math.min(blockSize, bytes - offset) };
  }

  #key(block: number): string {
    return `${block} ${this.description.url}`;
  }
}

function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const length = pieces.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const joined = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.byteLength;
  }
  return joined;
}

import {
  type ByteRange,
  type FileBytes,
  HEADER_BYTES,
  PAGE_BYTES,
} from "@pivotbook/data";
import type { BlockCache } from "./block_cache.ts";
import type { RangePart } from "./multi_range.ts";
import { joinBytes } from "./join_bytes.ts";
import { type FileSpan, pageAt, pageSpans } from "./pages.ts";
import { ReadAhead } from "./read_ahead.ts";
import { changedFault, SegmentFault } from "./segment_fault.ts";

/** What the worker must know of a segment before DuckDB asks for it. */
export interface SegmentDescription {
  readonly url: string;
  /** Size of the file in bytes. */
  readonly bytes: number;
  /** Bytes of a storage block. */
  readonly blockSize: number;
  /** Ranges of each column of its tables for scans. */
  readonly columns: readonly (readonly ByteRange[])[];
}

/** Ranges of a file that came in one answer, and the version of the file that they are from. */
export interface Fetched {
  readonly parts: readonly RangePart[];
  readonly etag: string | null;
}

/** Holes of up to so many pages are fetched too, where that costs less than one more request. */
const JOINED_PAGES = 8;

/** One segment file: which of its pages are cached, and that all come from one version of it. */
export class SegmentFile {
  readonly description: SegmentDescription;
  readonly #cache: BlockCache;
  readonly #ahead: ReadAhead;
  #etag: string | null = null;
  #lastStop = -1;

  constructor(description: SegmentDescription, cache: BlockCache) {
    this.description = description;
    this.#cache = cache;
    const { columns, blockSize } = description;
    this.#ahead = new ReadAhead(columns, blockSize);
  }

  /**
   * Bytes from `start`, at least one and at most up to `stop`: what is cached
   * without a gap, else fetched by `fetch`, up to the end of the storage block,
   * or as far as DuckDB wants to read ahead while it scans. `fetch` must give
   * the first range and may give the others, which are wanted soon.
   */
  read(
    { start, stop }: FileSpan,
    fetch: (ranges: readonly ByteRange[]) => Fetched,
  ): Uint8Array {
    const page = pageAt(start);
    if (!this.#cache.has(this.#key(page))) {
      const range = this.#missed({ start, stop });
      const soon = this.#ahead.after((page + 1) * PAGE_BYTES - 1);
      this.store(fetch([range, ...this.missing(soon, { apart: true })]));
    }
    return this.#cachedBytes(start, Math.min(stop, this.description.bytes));
  }

  /** The parts of the ranges that are not cached, as whole pages, neighbours joined; `apart` where a range costs no request. */
  missing(
    ranges: readonly ByteRange[],
    { apart = false }: { apart?: boolean } = {},
  ): ByteRange[] {
    const pages = this.#pagesOf(ranges).filter((page) =>
      !this.#cache.has(this.#key(page))
    );
    return pageSpans(pages, { holes: apart ? 0 : JOINED_PAGES }).map((
      { start, stop },
    ) => this.#rangeOf(start, stop));
  }

  /** Keeps fetched ranges of whole pages; throws if the file changed since the first. */
  store({ parts, etag }: Fetched): void {
    for (const { range: { length }, bytes } of parts) {
      if (bytes.byteLength === length) continue;
      throw new SegmentFault(
        `Segment answered ${bytes.byteLength} bytes instead of ${length}`,
        { trouble: "short", url: this.description.url },
      );
    }
    this.#pin(etag);
    for (const { range: { offset }, bytes } of parts) {
      this.know({ offset, bytes });
    }
  }

  /** Keeps bytes of whole pages that came from elsewhere. */
  know(
    { offset, bytes }: Pick<FileBytes, "offset"> & Pick<RangePart, "bytes">,
  ): void {
    for (let at = 0; at < bytes.byteLength; at += PAGE_BYTES) {
      const key = this.#key(pageAt(offset + at));
      this.#cache.set(key, bytes.slice(at, at + PAGE_BYTES));
    }
  }

  /** Gives up all that was fetched. */
  forget(): void {
    const pages = pageAt(this.description.bytes);
    for (let page = 0; page <= pages; page++) {
      this.#cache.forget(this.#key(page));
    }
  }

  #pin(etag: string | null): void {
    if (this.#etag !== null && etag !== this.#etag) {
      throw changedFault(this.description.url);
    }
    this.#etag = etag;
  }

  #missed({ start, stop }: FileSpan): ByteRange {
    const scans = start === this.#lastStop;
    const page = pageAt(start);
    const end = scans ? stop : Math.min(stop, this.#blockEnd(page));
    const range = this.#rangeOf(page, pageAt(Math.max(end, start + 1) - 1) + 1);
    this.#lastStop = range.offset + range.length;
    return range;
  }

  /** End of the storage block that begins or goes on at the end of a page. */
  #blockEnd(page: number): number {
    const { blockSize } = this.description;
    const last = (page + 1) * PAGE_BYTES - 1 - HEADER_BYTES;
    return HEADER_BYTES + (Math.floor(last / blockSize) + 1) * blockSize;
  }

  #cachedBytes(start: number, stop: number): Uint8Array {
    const pieces: Uint8Array[] = [];
    for (let at = start; at < stop;) {
      const page = pageAt(at);
      const bytes = this.#cache.get(this.#key(page));
      if (bytes === undefined) break;
      const offset = page * PAGE_BYTES;
      pieces.push(bytes.subarray(at - offset, stop - offset));
      at = offset + PAGE_BYTES;
    }
    return pieces.length === 1 && pieces[0] ? pieces[0] : joinBytes(pieces);
  }

  #pagesOf(ranges: readonly ByteRange[]): number[] {
    const pages = new Set<number>();
    for (const { offset, length } of ranges) {
      const last = Math.min(offset + length, this.description.bytes) - 1;
      for (let page = pageAt(offset); page <= pageAt(last); page++) {
        pages.add(page);
      }
    }
    return [...pages].sort((left, right) => left - right);
  }

  #rangeOf(start: number, stop: number): ByteRange {
    const offset = start * PAGE_BYTES;
    const end = Math.min(stop * PAGE_BYTES, this.description.bytes);
    return { offset, length: end - offset };
  }

  #key(page: number): string {
    return `${page} ${this.description.url}`;
  }
}

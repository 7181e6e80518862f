import type { ByteRange, Traffic } from "@pivotbook/data";
import { assertPublished } from "./published.ts";
import { BlockCache } from "./block_cache.ts";
import {
  type FetchedBytes,
  PAGE_BYTES,
  type SegmentDescription,
  SegmentFile,
} from "./segment_file.ts";

const CACHE_BYTES = 384_000_000;

/** Ranges longer than this are asked for in parallel pieces. */
const PIECE_BYTES = 256 * PAGE_BYTES;

/** The segment files that the worker knows, by URL, and what reading them cost. */
export class SegmentStore {
  readonly #cache = new BlockCache(CACHE_BYTES);
  readonly #files = new Map<string, SegmentFile>();
  /** URLs of files that were damaged: the browser's own cache may hold them, too. */
  readonly #damaged = new Set<string>();
  #traffic: Traffic = { bytes: 0, requests: 0 };

  get traffic(): Traffic {
    return this.#traffic;
  }

  /** The file of that URL, if it was described. */
  file(url: string): SegmentFile | undefined {
    return this.#files.get(url);
  }

  /** Makes a file known; again is no work. */
  describe(description: SegmentDescription): void {
    if (this.#files.has(description.url)) return;
    this.#files.set(
      description.url,
      new SegmentFile(description, this.#cache),
    );
  }

  /** Gives up a file that cannot be opened, so that it is fetched anew when it is described again. */
  forget(url: string): void {
    this.#files.get(url)?.forget();
    this.#files.delete(url);
    this.#damaged.add(url);
  }

  /** Counts a finished request. */
  count(bytes: number): void {
    this.#traffic = {
      bytes: this.#traffic.bytes + bytes,
      requests: this.#traffic.requests + 1,
    };
  }

  /** Fetches what of the ranges is not cached, in parallel. */
  async prefetch(
    url: string,
    ranges: readonly ByteRange[],
  ): Promise<void> {
    const file = this.#files.get(url);
    if (!file) throw new Error(`Segment is not known: ${url}`);
    const pieces = file.missing(ranges).flatMap(piecesOf);
    await Promise.all(
      pieces.map(async (range) =>
        file.store(range, await this.#fetch(url, range))
      ),
    );
  }

  async #fetch(url: string, range: ByteRange): Promise<FetchedBytes> {
    const whole = range.length === this.#files.get(url)?.description.bytes;
    const response = await fetch(url, {
      headers: { Range: header(range) },
      cache: this.#cacheMode(url, { whole }),
    });
    if (response.status !== 206) {
      throw new Error(`Segment answered ${response.status}: ${url}`);
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    this.count(bytes.byteLength);
    if (whole) await assertPublished(url, bytes);
    return { bytes, etag: response.headers.get("ETag") };
  }

  /** Chromium lets only one request at a time work on a URL in its cache. */
  #cacheMode(url: string, { whole }: { whole: boolean }): RequestCache {
    if (!whole) return "no-store";
    return this.#damaged.has(url) ? "reload" : "default";
  }
}

/** The value of a Range header. */
export function header({ offset, length }: ByteRange): string {
  return `bytes=${offset}-${offset + length - 1}`;
}

function piecesOf({ offset, length }: ByteRange): ByteRange[] {
  if (length <= PIECE_BYTES * 2) return [{ offset, length }];
  const pieces: ByteRange[] = [];
  for (let at = 0; at < length; at += PIECE_BYTES) {
    pieces.push({
      offset: offset + at,
      length: Math.min(PIECE_BYTES, length - at),
    });
  }
  return pieces;
}

import {
  type ByteRange,
  type FileBytes,
  PAGE_BYTES,
  type Traffic,
} from "@pivotbook/data";
import { assertPublished } from "./assert_published.ts";
import { BlockCache } from "./block_cache.ts";
import {
  answered,
  batchesOf,
  header,
  isRefused,
  MULTI_RANGE_HEADER,
} from "./multi_range.ts";
import {
  type Fetched,
  type SegmentDescription,
  SegmentFile,
} from "./segment_file.ts";
import {
  changedFault,
  type FaultReport,
  faultReport,
  statusFault,
} from "./segment_fault.ts";

const CACHE_BYTES = 384_000_000;

/** Ranges longer than twice this are asked for in parallel pieces. */
const PIECE_BYTES = 256 * PAGE_BYTES;

/** So many requests at once are as quick as first asking whether one would do. */
const FEW = 2;

/** The segment files that the worker knows, by URL, and what reading them cost. */
export class SegmentStore {
  readonly #cache = new BlockCache(CACHE_BYTES);
  readonly #files = new Map<string, SegmentFile>();
  /** URLs of files that were damaged: the browser's own cache may hold them, too. */
  readonly #damaged = new Set<string>();
  /** Ranges in one answer, by origin. */
  readonly #limits = new Map<string, number>();
  /** Origins that gave several ranges in no answer, whatever they say. */
  readonly #single = new Set<string>();
  #traffic: Traffic = { bytes: 0, requests: 0 };
  #faults: FaultReport[] = [];

  get traffic(): Traffic {
    return this.#traffic;
  }

  /** The file of that URL, if it was described. */
  file(url: string): SegmentFile | undefined {
    return this.#files.get(url);
  }

  /** Makes a file known, with what is known of its bytes; again is no work. */
  describe(
    description: SegmentDescription,
    known: readonly FileBytes[],
  ): void {
    if (this.#files.has(description.url)) return;
    const file = new SegmentFile(description, this.#cache);
    this.#files.set(description.url, file);
    for (const bytes of known) file.know(bytes);
  }

  /** How many ranges its server gives in one answer; null before the first. */
  rangesOf(url: string): number | null {
    const { origin } = new URL(url);
    return this.#single.has(origin) ? 1 : this.#limits.get(origin) ?? null;
  }

  /** Learns that from an answer's header. */
  learn(url: string, multiRange: string | null): void {
    this.#limits.set(new URL(url).origin, Math.max(1, Number(multiRange)));
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

  /** Keeps what went wrong while DuckDB read: its own error has no room for it. */
  note(error: unknown): void {
    this.#faults.push(faultReport(error));
  }

  /** What went wrong while DuckDB read since this was last asked. */
  takeFaults(): FaultReport[] {
    const faults = this.#faults;
    this.#faults = [];
    return faults;
  }

  /** Asks that server for one range at a time from now on. */
  refuse(url: string): void {
    this.#single.add(new URL(url).origin);
  }

  /** Fetches what of the ranges is not cached, in parallel. */
  async prefetch(
    url: string,
    ranges: readonly ByteRange[],
  ): Promise<void> {
    const file = this.#files.get(url);
    if (!file) throw new Error(`Segment is not known: ${url}`);
    if (this.rangesOf(url) === null) await this.#fetchFirst(file, ranges);
    const limit = this.rangesOf(url) ?? 1;
    const missing = file.missing(ranges, { apart: limit > 1 });
    const batches = batchesOf(missing.flatMap(piecesOf), limit);
    await Promise.all(
      batches.map(async (batch) => file.store(await this.#fetch(url, batch))),
    );
  }

  /** The first answer tells whether the rest can come in one. */
  async #fetchFirst(
    file: SegmentFile,
    ranges: readonly ByteRange[],
  ): Promise<void> {
    const pieces = file.missing(ranges).flatMap(piecesOf);
    const [first] = pieces;
    if (first === undefined || pieces.length <= FEW) return;
    file.store(await this.#fetch(file.description.url, [first]));
  }

  async #fetch(url: string, ranges: readonly ByteRange[]): Promise<Fetched> {
    const size = this.#files.get(url)?.description.bytes;
    const whole = ranges[0]?.length === size;
    const response = await fetch(url, {
      headers: { Range: header(ranges) },
      cache: this.#cacheMode(url, { whole }),
    });
    const { status, headers } = response;
    if (isRefused(ranges, { status, type: headers.get("Content-Type") })) {
      await response.body?.cancel();
      return await this.#fetchEach(url, ranges);
    }
    if (status !== 206) {
      throw statusFault(status, url);
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    this.count(bytes.byteLength);
    this.learn(url, headers.get(MULTI_RANGE_HEADER));
    if (whole) await assertPublished(url, bytes);
    return { parts: answered(ranges, bytes), etag: headers.get("ETag") };
  }

  async #fetchEach(
    url: string,
    ranges: readonly ByteRange[],
  ): Promise<Fetched> {
    this.refuse(url);
    const all = await Promise.all(
      ranges.map((range) => this.#fetch(url, [range])),
    );
    const parts = all.flatMap((one) => one.parts);
    const etags = new Set(all.map(({ etag }) => etag));
    if (etags.size === 1) return { parts, etag: all[0]?.etag ?? null };
    throw changedFault(url);
  }

  /** Chromium lets only one request at a time work on a URL in its cache. */
  #cacheMode(url: string, { whole }: { whole: boolean }): RequestCache {
    if (!whole) return "no-store";
    return this.#damaged.has(url) ? "reload" : "default";
  }
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

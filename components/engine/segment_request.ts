import type { ByteRange } from "@pivotbook/data";
import {
  answered,
  batchesOf,
  header,
  isRefused,
  MULTI_RANGE_HEADER,
} from "./multi_range.ts";
import type { Fetched, SegmentFile } from "./segment_file.ts";
import { SegmentFault, statusFault } from "./segment_fault.ts";
import type { SegmentStore } from "./segment_store.ts";

type Headers = Readonly<Record<string, string>>;

/** The `XMLHttpRequest` that DuckDB's worker sees: known segments are answered from the cache, everything else goes its way. */
export function segmentRequest(
  native: typeof XMLHttpRequest,
  store: SegmentStore,
): typeof XMLHttpRequest {
  return class SegmentRequest extends native {
    #method = "GET";
    #url = "";
    #range = "";
    #answer: Answer | null = null;

    /** The platform's own request is not opened for what is answered here: a scan makes hundreds. */
    override open(method: string, url: string | URL, ...rest: unknown[]): void {
      this.#method = method;
      this.#url = String(url);
      if (!this.#isKnown) super.open(method, url, rest[0] !== false);
    }

    override setRequestHeader(name: string, value: string): void {
      if (name.toLowerCase() === "range") this.#range = value;
      if (!this.#isKnown) super.setRequestHeader(name, value);
    }

    /** Whether it asks for a described segment, or for the log beside one. */
    get #isKnown(): boolean {
      return store.file(this.#url.replace(/\.wal(?=\?|$)/, "")) !== undefined;
    }

    override send(body?: XMLHttpRequestBodyInit | null): void {
      const file = store.file(this.#url);
      if (file) {
        this.#answer = this.#method === "HEAD"
          ? headAnswer(file)
          : this.#read(file);
      } else if (this.#isKnown) {
        this.#answer = { status: 404, headers: {}, body: new Uint8Array() };
      } else super.send(body);
    }

    /** DuckDB gives its own words to what is thrown here, so it is noted, too. */
    #read(file: SegmentFile): Answer {
      try {
        return rangeAnswer(file, { range: this.#range, fetch: this.#fetch });
      } catch (error) {
        store.note(error);
        throw error;
      }
    }

    override get status(): number {
      return this.#answer?.status ?? super.status;
    }

    // deno-lint-ignore no-explicit-any -- as the platform declares it
    override get response(): any {
      if (!this.#answer) return super.response;
      const { buffer, byteOffset, byteLength } = this.#answer.body;
      return byteLength === buffer.byteLength
        ? buffer
        : buffer.slice(byteOffset, byteOffset + byteLength);
    }

    override getResponseHeader(name: string): string | null {
      if (!this.#answer) return super.getResponseHeader(name);
      return this.#answer.headers[name.toLowerCase()] ?? null;
    }

    /** Tries again on a failure: a read that fails half way leaves DuckDB-WASM with a damaged page. */
    readonly #fetch = (wanted: readonly ByteRange[]): Fetched => {
      for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
        try {
          return this.#fetchOnce(this.#atOnce(wanted));
        } catch {
          continue;
        }
      }
      return this.#fetchOnce(wanted.slice(0, 1));
    };

    #atOnce(wanted: readonly ByteRange[]): readonly ByteRange[] {
      const limit = store.rangesOf(this.#url) ?? 1;
      return batchesOf(wanted, limit)[0] ?? [];
    }

    #fetchOnce(ranges: readonly ByteRange[]): Fetched {
      const request = new native();
      request.open("GET", this.#url, isAsync);
      request.responseType = "arraybuffer";
      request.setRequestHeader("Range", header(ranges));
      sendOrThrow(request, this.#url);
      const { status } = request;
      const type = request.getResponseHeader("Content-Type");
      if (isRefused(ranges, { status, type })) store.refuse(this.#url);
      if (status !== 206) {
        throw statusFault(status, this.#url);
      }
      const bytes = new Uint8Array(request.response);
      store.count(bytes.byteLength);
      store.learn(this.#url, request.getResponseHeader(MULTI_RANGE_HEADER));
      const etag = request.getResponseHeader("ETag");
      return { parts: answered(ranges, bytes), etag };
    }
  };
}

const ATTEMPTS = 4;

/** DuckDB reads a file while it computes, so its requests block. */
const isAsync = false;

/** A server that is gone makes `send` throw what nobody could tell apart. */
function sendOrThrow(request: XMLHttpRequest, url: string): void {
  try {
    request.send();
  } catch (error) {
    throw new SegmentFault("Segment answered nothing", {
      trouble: "unreachable",
      url,
      cause: error,
    });
  }
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

function headAnswer({ description: { bytes } }: SegmentFile): Answer {
  const headers = {
    "content-length": String(bytes),
    "content-range": `bytes 0-${bytes - 1}/${bytes}`,
    "last-modified": "Thu, 01 Jan 1970 00:00:00 GMT",
  };
  return { status: 206, headers, body: new Uint8Array() };
}

function rangeAnswer(
  file: SegmentFile,
  { range, fetch }: {
    range: string;
    fetch: (ranges: readonly ByteRange[]) => Fetched;
  },
): Answer {
  const [, first = "0", last] = /^bytes=(\d+)-(\d*)$/.exec(range) ?? [];
  const start = Number(first);
  const stop = last ? Number(last) + 1 : file.description.bytes;
  const body = file.read({ start, stop }, fetch);
  return { status: 206, headers: {}, body };
}

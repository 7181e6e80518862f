import type { AsyncDuckDB } from "@duckdb/duckdb-wasm";
import {
  type AttachOptions,
  type ByteRange,
  identifier,
  literal,
  lookupLayout,
  PivotbookError,
  type QueryError,
  type SegmentLocation,
  type Table,
  textsOf,
  type Traffic,
  WHOLE_FILE_BYTES,
} from "@pivotbook/data";
import { losesValues, tableFromMessages } from "./arrow_table.ts";
import { AttachedSegments } from "./attached_segments.ts";
import {
  closedError,
  crashedError,
  damagedFile,
  isDoubtful,
  isNotImplemented,
  isTrap,
  lostError,
  queryError,
} from "./crash.ts";
import { PendingCalls } from "./pending_calls.ts";
import type { SegmentClient } from "./segment_client.ts";
import { segmentError } from "./segment_error.ts";

/** The parts of a running DuckDB-WASM. */
export interface WasmParts {
  readonly worker: Worker;
  readonly database: AsyncDuckDB;
  /** The connection by which segments are attached. */
  readonly connection: number;
  readonly segments: SegmentClient;
  readonly version: string;
}

/** One DuckDB in a worker, whatever number of engines stand before it: its queue, its segments, and its end. */
export class WasmDatabase {
  readonly parts: WasmParts;
  readonly #attached = new AttachedSegments();
  readonly #pending = new PendingCalls();
  readonly #listeners = new Set<(error: QueryError) => void>();
  #last: Promise<void> = Promise.resolve();
  #names = 0;

  constructor(parts: WasmParts) {
    this.parts = parts;
    const { worker, segments } = parts;
    worker.addEventListener("error", ({ message }) => this.#crashed(message));
    segments.onLost(() => this.#crashed("its worker is gone"));
  }

  /** Calls `listener` once when the engine dies; gives a function that takes it back. */
  onCrash(listener: (error: QueryError) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Whether it has crashed or was closed. */
  get ended(): boolean {
    return this.#pending.ended;
  }

  /** A number that nothing in this database is named with yet. */
  serial(): number {
    return this.#names++;
  }

  /** Does one thing at a time, so that a cancellation meets the query it is meant for. */
  queued<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(() => this.#sound(work));
    this.#last = next.then(() => {}, () => {});
    return next;
  }

  /** Runs statements on a connection; only in what is queued. */
  async run(
    sql: string,
    { connection = this.parts.connection, signal }: {
      connection?: number;
      signal?: AbortSignal | undefined;
    } = {},
  ): Promise<Table> {
    signal?.throwIfAborted();
    const { database } = this.parts;
    const cancel = () => void database.cancelPendingQuery(connection);
    signal?.addEventListener("abort", cancel);
    try {
      return await this.#table(connection, sql);
    } finally {
      signal?.removeEventListener("abort", cancel);
    }
  }

  async attach(
    alias: string,
    segment: SegmentLocation,
    options: AttachOptions,
  ): Promise<void> {
    const { done } = this.#attached.get(alias) ??
      this.#attached.begin(
        alias,
        {
          location: segment.location,
          attach: (url) =>
            this.#attach(alias, { ...segment, location: url }, options),
        },
      );
    await done;
  }

  async prefetch(alias: string, ranges: readonly ByteRange[]): Promise<void> {
    const attached = this.#attached.get(alias);
    await attached?.done;
    if (!attached) return;
    const { url } = attached;
    const { segments } = this.parts;
    await this.#stored(url, () => segments.prefetch(url, ranges));
  }

  traffic(): Promise<Traffic> {
    return this.#pending.track(() => this.parts.segments.traffic());
  }

  async close(): Promise<void> {
    const closed = closedError();
    this.#pending.end({ working: closed, waiting: closed });
    this.parts.segments.close();
    await this.parts.database.terminate();
  }

  async #attach(
    alias: string,
    { location: url, bytes }: SegmentLocation,
    {
      blockSize = lookupLayout.blockSize,
      known = [],
      columns = [],
    }: AttachOptions,
  ): Promise<void> {
    const { segments } = this.parts;
    const whole = { offset: 0, length: bytes };
    const wanted = bytes < WHOLE_FILE_BYTES ? [whole] : [];
    const described = { url, bytes, blockSize, columns };
    await this.#stored(url, () => segments.describe(described, known));
    const sql = `ATTACH IF NOT EXISTS ${literal(url)} AS ${
      identifier(alias)
    } (READ_ONLY)`;
    try {
      await this.#stored(url, () => segments.prefetch(url, wanted));
      await this.queued(() => this.run(sql));
    } catch (error) {
      await this.#stored(url, () => segments.forget(url));
      throw error;
    }
  }

  /**
   * Gives up segments that are not what was published, so that they are read
   * anew when they are attached again; all of them where it is not known which.
   */
  #release(damaged: string | null): void {
    for (const { alias, url } of this.#attached.release(damaged)) {
      const detach = `DETACH DATABASE IF EXISTS ${identifier(alias)}`;
      this.queued(() => this.run(detach))
        .then(() => this.parts.segments.forget(url))
        .catch(() => {});
    }
  }

  async #table(connection: number, sql: string): Promise<Table> {
    const texts = () =>
      textsOf(
        sql,
        async (sql) => tableFromMessages(await this.#messages(connection, sql)),
      );
    try {
      const messages = await this.#messages(connection, sql);
      const lossy = losesValues(messages);
      return lossy && await texts() || tableFromMessages(messages);
    } catch (error) {
      if (!isNotImplemented(error)) throw error;
      const table = await texts().catch(() => null);
      if (table === null) throw error;
      return table;
    }
  }

  /** Sends a query and collects the Arrow messages of its result, schema first. */
  async #messages(connection: number, sql: string): Promise<Uint8Array[]> {
    const { database } = this.parts;
    let head = await database.startPendingQuery(connection, sql);
    while (head === null) head = await database.pollPendingQuery(connection);
    const messages = [head];
    while (true) {
      const next = await database.fetchQueryResults(connection);
      if (next === null) continue;
      if (next.byteLength === 0) return messages;
      messages.push(next);
    }
  }

  /** The result of what the worker is to do now. */
  async #sound<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.#pending.track(work, { working: true });
    } catch (error) {
      throw await this.#explained(error);
    }
  }

  /** What a call of DuckDB failed with, for a reader; where it brought the engine down, that is the end of it. */
  async #explained(error: unknown): Promise<unknown> {
    if (error instanceof PivotbookError || this.#pending.ended) return error;
    if (isTrap(error)) return this.#crashed(error.message);
    return await this.#fault(error) ?? await this.#fatal(error) ??
      queryError(error);
  }

  /** The trouble with a segment that made DuckDB fail; null for none. */
  async #fault(error: unknown): Promise<QueryError | null> {
    const { segments } = this.parts;
    const faults = await this.#pending.track(() => segments.faults());
    const fault = faults.at(-1);
    if (fault === undefined) return this.#damaged(error);
    const failure = segmentError(fault);
    if (fault.trouble === "changed") this.#release(fault.url);
    else this.#gone({ working: failure, waiting: failure });
    return failure;
  }

  /** What DuckDB itself found to be wrong with the bytes of a segment; null for nothing. */
  #damaged(error: unknown): QueryError | null {
    const damage = damagedFile(error);
    if (damage === null) return null;
    this.#release(damage.url);
    const message = `Segment changed on the server: ${damage.message}`;
    return segmentError({ trouble: "changed", message, url: damage.url });
  }

  /** After some errors of its own DuckDB answers nothing more; null where it does. */
  async #fatal(error: unknown): Promise<QueryError | null> {
    if (!isDoubtful(error)) return null;
    try {
      await this.#pending.track(() => this.run("SELECT 1"));
      return null;
    } catch {
      return this.#crashed(queryError(error).message);
    }
  }

  /** What the worker's own store does, unless the engine dies before. */
  async #stored<T>(url: string, work: () => Promise<T>): Promise<T> {
    try {
      return await this.#pending.track(work);
    } catch (error) {
      const failure = queryError(error);
      if (failure.code === "segment-changed") this.#release(url);
      throw failure;
    }
  }

  /** Ends the engine; gives the error of the call that did it. */
  #crashed(message: string): QueryError {
    const working = crashedError(message);
    this.#gone({ working, waiting: lostError(message) });
    return working;
  }

  #gone(end: { working: QueryError; waiting: QueryError }): void {
    if (this.#pending.ended) return;
    this.#pending.end(end);
    this.parts.segments.close();
    this.parts.worker.terminate();
    for (const listener of this.#listeners) listener(end.working);
    this.#listeners.clear();
  }
}

import type { AsyncDuckDB } from "@duckdb/duckdb-wasm";
import {
  type AttachOptions,
  type ByteRange,
  type Column,
  type Engine,
  type EngineIdentity,
  identifier,
  literal,
  lookupLayout,
  type PivotbookError,
  QueryError,
  type RunOptions,
  type SegmentLocation,
  type Table,
  type Traffic,
  WHOLE_FILE_BYTES,
} from "@pivotbook/data";
import { insertMessages, readColumns } from "./arrow_insert.ts";
import { tableFromMessages } from "./arrow_table.ts";
import { AttachedSegments } from "./attached_segments.ts";
import { boundInsert, type BoundStatement } from "./bound_insert.ts";
import { crashedError, isCrash, queryError } from "./crash.ts";
import type { SegmentClient } from "./segment_client.ts";

/** The parts of a running DuckDB-WASM. */
export interface WasmParts {
  readonly worker: Worker;
  readonly database: AsyncDuckDB;
  readonly connection: number;
  readonly segments: SegmentClient;
  readonly version: string;
}

/** DuckDB in a worker of the page. After a crash every call rejects; open another. */
export class WasmEngine implements Engine {
  readonly identity: EngineIdentity;
  readonly #parts: WasmParts;
  readonly #attached = new AttachedSegments();
  readonly #crash = Promise.withResolvers<never>();
  readonly #listeners = new Set<(error: QueryError) => void>();
  #last: Promise<unknown> = Promise.resolve();
  #staged = 0;

  constructor(parts: WasmParts) {
    this.#parts = parts;
    this.identity = { name: "duckdb-wasm", version: parts.version };
    this.#crash.promise.catch(() => {});
    parts.worker.addEventListener(
      "error",
      ({ message }) => this.#crashed(message),
    );
  }

  /** Calls `listener` once when the engine dies; gives a function that takes it back. */
  onCrash(listener: (error: QueryError) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async query(sql: string, options: RunOptions = {}): Promise<Table> {
    try {
      return await this.#queued(() => this.#run(sql, options.signal));
    } catch (error) {
      options.signal?.throwIfAborted();
      throw error;
    }
  }

  prepare(sql: string): Promise<void> {
    const { database, connection } = this.#parts;
    return this.#queued(async () => {
      const statement = await database.createPrepared(connection, sql);
      await database.closePrepared(connection, statement);
    });
  }

  insert(table: string, columns: readonly Column[]): Promise<void> {
    return this.#queued(async () => {
      const rows = columns[0]?.values.length ?? 0;
      const bound = boundInsert(table, columns);
      if (rows === 0) await this.#create(table, columns);
      else if (bound) await this.#bind(bound);
      else await this.#fill(table, columns);
    });
  }

  async attach(
    alias: string,
    segment: SegmentLocation,
    options: AttachOptions = {},
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

  async prefetch(
    alias: string,
    ranges: readonly ByteRange[],
    options: RunOptions = {},
  ): Promise<void> {
    options.signal?.throwIfAborted();
    const attached = this.#attached.get(alias);
    await attached?.done;
    if (attached) {
      await this.#alive(this.#parts.segments.prefetch(attached.url, ranges));
    }
    options.signal?.throwIfAborted();
  }

  traffic(): Promise<Traffic> {
    return this.#alive(this.#parts.segments.traffic());
  }

  async close(): Promise<void> {
    this.#parts.segments.close();
    await this.#parts.database.terminate();
    this.#crash.reject(crashedError("The engine was closed"));
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
    const { segments } = this.#parts;
    const whole = { offset: 0, length: bytes };
    const wanted = bytes < WHOLE_FILE_BYTES ? [whole] : [];
    await this.#alive(
      segments.describe({ url, bytes, blockSize, columns }, known),
    );
    try {
      await this.#alive(segments.prefetch(url, wanted));
      await this.query(
        `ATTACH IF NOT EXISTS ${literal(url)} AS ${
          identifier(alias)
        } (READ_ONLY)`,
      );
    } catch (error) {
      await this.#alive(segments.forget(url));
      throw error;
    }
  }

  /**
   * Gives up segments that are not what was published, so that they are read
   * anew when they are attached again. DuckDB does not always say which it is.
   */
  #release({ message }: PivotbookError): void {
    for (const { alias, url } of this.#attached.release(message)) {
      const detach = `DETACH DATABASE IF EXISTS ${identifier(alias)}`;
      this.#queued(() => this.#run(detach))
        .then(() => this.#parts.segments.forget(url))
        .catch(() => {});
    }
  }

  async #create(table: string, columns: readonly Column[]): Promise<void> {
    const list = columns.map(({ name, type }) => `${identifier(name)} ${type}`);
    await this.#run(`CREATE OR REPLACE TABLE ${table} (${list.join(", ")})`);
  }

  async #bind({ sql, parameters }: BoundStatement): Promise<void> {
    if (parameters.length === 0) return void await this.#run(sql);
    const { database, connection } = this.#parts;
    const statement = await database.createPrepared(connection, sql);
    try {
      await database.runPrepared(connection, statement, [...parameters]);
    } finally {
      await database.closePrepared(connection, statement);
    }
  }

  async #fill(table: string, columns: readonly Column[]): Promise<void> {
    const { database, connection } = this.#parts;
    const name = `_arrow_${this.#staged++}`;
    await database.insertArrowFromIPCStream(
      connection,
      insertMessages(columns),
      { name, create: true },
    );
    try {
      await this.#run(
        `CREATE OR REPLACE TABLE ${table} AS SELECT ${
          readColumns(columns)
        } FROM ${identifier(name)}`,
      );
    } finally {
      await this.#run(`DROP TABLE IF EXISTS ${identifier(name)}`);
    }
  }

  async #run(sql: string, signal?: AbortSignal): Promise<Table> {
    signal?.throwIfAborted();
    const { database, connection } = this.#parts;
    const cancel = () => void database.cancelPendingQuery(connection);
    signal?.addEventListener("abort", cancel);
    try {
      return tableFromMessages(await this.#messages(sql));
    } finally {
      signal?.removeEventListener("abort", cancel);
    }
  }

  /** Sends a query and collects the Arrow messages of its result, schema first. */
  async #messages(sql: string): Promise<Uint8Array[]> {
    const { database, connection } = this.#parts;
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

  /** One at a time, so that a cancellation meets the query it is meant for. */
  #queued<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.catch(() => {}).then(() => this.#sound(work()));
    this.#last = next;
    return next;
  }

  /** The result; a page that DuckDB could not read stays damaged in it, so it is given up then. */
  async #sound<T>(work: Promise<T>): Promise<T> {
    try {
      return await this.#alive(work);
    } catch (error) {
      if (error instanceof QueryError && error.code === "segment-unreadable") {
        this.#gone(error);
      }
      throw error;
    }
  }

  /** The result, unless the engine dies before it comes. */
  async #alive<T>(work: Promise<T>): Promise<T> {
    try {
      return await Promise.race([work, this.#crash.promise]);
    } catch (error) {
      if (isCrash(error)) this.#crashed(String(error));
      const failure = queryError(error);
      if (failure.code === "segment-changed") this.#release(failure);
      throw failure;
    }
  }

  #crashed(message: string): void {
    this.#gone(crashedError(message));
  }

  #gone(error: QueryError): void {
    this.#crash.reject(error);
    this.#parts.segments.close();
    this.#parts.worker.terminate();
    for (const listener of this.#listeners) listener(error);
    this.#listeners.clear();
  }
}

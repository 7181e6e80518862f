import type { Column, Table } from "./table.ts";

/** Which engine computed a result; part of every run record. */
export interface EngineIdentity {
  readonly name: "duckdb-wasm" | "duckdb-native";
  /** DuckDB's own version, as `v1.4.3`. */
  readonly version: string;
}

/** Options of a call that a person may wait for. */
export interface RunOptions {
  /** Stops the query; the call then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Options of `attach`: what is known of the file before it is read; of no use where reading is local. */
export interface AttachOptions {
  /** Bytes of a storage block. */
  readonly blockSize?: number;
  /** Spans of whole pages that came from elsewhere and need no fetching. */
  readonly known?: readonly FileBytes[];
  /** File ranges of each column of a table that is scanned, in the order of its rows, to be read ahead. */
  readonly columns?: readonly (readonly ByteRange[])[];
}

/** A segment file as an engine sees it. */
export interface SegmentLocation {
  /** SHA-256 of the file, lower-case hex. */
  readonly sha256: string;
  /** A URL in the browser, a path on disk elsewhere. */
  readonly location: string;
  /** Size of the file in bytes. */
  readonly bytes: number;
}

/** Bytes and requests that reading segments has cost so far. */
export interface Traffic {
  readonly bytes: number;
  readonly requests: number;
}

/**
 * A DuckDB, in the browser or headless. The same SQL gives the same rows on
 * each: one suite runs over both. Functions that only one of them knows are
 * refused. All methods reject with a `QueryError`.
 */
export interface Engine {
  readonly identity: EngineIdentity;
  /** Runs one or more statements and gives the rows of the last. Sent as text, so it can be cancelled. */
  query(sql: string, options?: RunOptions): Promise<Table>;
  /** Throws unless the grammar admits `sql` here; runs nothing. */
  prepare(sql: string): Promise<void>;
  /** Creates or replaces `table` (a quoted name, see `identifier`) with these columns: how values reach SQL. */
  insert(table: string, columns: readonly Column[]): Promise<void>;
  /** Attaches a segment read-only under `alias`; again is no work. */
  attach(
    alias: string,
    segment: SegmentLocation,
    options?: AttachOptions,
  ): Promise<void>;
  /** Fetches row groups ahead of a lookup, in parallel; does nothing where reading is local. */
  prefetch(
    alias: string,
    ranges: readonly ByteRange[],
    options?: RunOptions,
  ): Promise<void>;
  /** What reading segments has cost since the engine started. */
  traffic(): Promise<Traffic>;
  /**
   * An engine over the same database and segments, whose tables nobody else
   * sees and which sees nobody else's. Closing it drops them all.
   */
  openNamespace(): Promise<Engine>;
  /** Gives the engine up, after what it was asked before; nothing may be called after it, and again is no work. */
  close(): Promise<void>;
}

/** Bytes of a file from an offset on. */
export interface FileBytes {
  readonly offset: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A span of a file: offset and length in bytes. */
export interface ByteRange {
  readonly offset: number;
  readonly length: number;
}

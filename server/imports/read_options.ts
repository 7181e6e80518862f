import type { DuckDBConnection } from "@duckdb/node-api";
import type { ImportLimits } from "./limits.ts";

/** How to read a file, and where to put what is in between. */
export interface ReadOptions {
  readonly connection: DuckDBConnection;
  readonly folder: string;
  /** What the file is called for a reader; by default its path. */
  readonly name: string | undefined;
  /** Dataset that the rows are for: the same file in another has a record of its own. */
  readonly dataset: string;
  /** Name of the format; null to let the content decide. */
  readonly format: string | null;
  /** Accepts a stream that breaks off. */
  readonly partial: boolean;
  readonly limits: ImportLimits;
  /** Gives the reading up. */
  readonly signal: AbortSignal | undefined;
  /** Tells the file's tables from those of the others. */
  readonly index: number;
}

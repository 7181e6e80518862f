import type { FileBytes } from "../engine/engine.ts";

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

/** The row groups of one part, in order, and what else spares reading. */
export interface PartIndex {
  readonly table: string;
  readonly groups: readonly RowGroup[];
  /** Tells keys that the part does not hold, see `holdsKey`; null where there is none. */
  readonly filter: Uint8Array<ArrayBuffer> | null;
  /** Of a part for scans the blocks of each column, in the order of the rows. */
  readonly columns: readonly (readonly number[])[];
}

/** What lies where in a segment file, so that a reader can fetch what a lookup needs at once. */
export interface SideIndex {
  /** Bytes of a storage block. */
  readonly blockSize: number;
  /** The header and the metadata, which are read when the segment is attached and first used, as whole pages. */
  readonly metadata: readonly FileBytes[];
  readonly parts: readonly PartIndex[];
}

/** Bytes before the first storage block of a DuckDB file. */
export const HEADER_BYTES = 12_288;

/** So many characters of a text are kept. */
export const TEXT_LENGTH = 40;

/** Files below so many bytes have no side index: they are fetched whole. */
export const WHOLE_FILE_BYTES = 8_000_000;

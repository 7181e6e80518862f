import type { DatasetKind } from "../kinds/kind.ts";

/** The beginning of a file, for telling what it is. */
export interface Head {
  /** File name without folders. */
  readonly name: string;
  /** First bytes of the content, decompressed. */
  readonly bytes: Uint8Array;
  /** The same as text; null where it is not UTF-8 text. */
  readonly text: string | null;
  /** Column names, where a header or the first object gives some. */
  readonly columns: readonly string[];
}

/** How sure a reader is, 0 to 1, and what it would read. */
export interface Sniffed {
  readonly confidence: number;
  readonly kind: DatasetKind;
}

/** A question about the whole file whose answer may refuse it. */
export interface WholeFileCheck {
  /** SQL over `lines` that gives one row `(code, message, remedy)` for each objection. */
  readonly sql: string;
  /** Objections that `--partial` overrules. */
  readonly partial: boolean;
}

/** A file format: how to tell it and how to make rows of it. */
export interface Reader {
  /** Name for `--format`. */
  readonly format: string;
  /** Grows with every change of what it reads; part of an import's id. */
  readonly version: number;
  readonly title: string;
  /**
   * What the file is made of. All become a table `lines(line BIGINT, text
   * VARCHAR)`: a JSON text for each line, CSV record or Parquet row.
   */
  readonly input: "lines" | "csv" | "parquet";
  /** Null when it is surely something else. */
  sniff(head: Head): Sniffed | null;
  /** Names of the columns that it reads of a kind; null for a format with names of its own. */
  columns(kind: DatasetKind): readonly string[] | null;
  /**
   * A query over `lines` that gives a row for each row read: `line`, `reason`
   * (null for a row to keep, else why it is rejected) and all columns of the
   * kind but `import_id` and `line`. Needs `readerMacros`.
   */
  select(kind: DatasetKind): string;
  readonly checks: readonly WholeFileCheck[];
}

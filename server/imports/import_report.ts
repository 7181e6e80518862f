/** Why rows were rejected, and how often. */
export interface RejectedReason {
  readonly reason: string;
  readonly count: number;
  /** The first line with it, one-based. */
  readonly line: number;
}

/** What became of one file. `read` is `kept` + `merged` + `rejected`. */
export interface FileReport {
  readonly file: string;
  readonly format: string;
  readonly kind: string;
  readonly read: number;
  readonly kept: number;
  /** Rows that say exactly what another row of the import says. */
  readonly merged: number;
  readonly rejected: number;
  readonly reasons: readonly RejectedReason[];
  /** Columns that were not read, since the kind has none of their name. */
  readonly unknownColumns: readonly string[];
  /** Id of the import, which each of its rows carries. */
  readonly import: string;
}

/** What an import did. */
export interface ImportReport {
  readonly files: readonly FileReport[];
  readonly dataset: string;
  /** Id of the snapshot that holds the rows now. */
  readonly snapshot: string;
}

/** What is kept of an import: where its rows came from. */
export interface ImportRecord extends FileReport {
  readonly id: string;
  readonly dataset: string;
  /** SHA-256 of the file's bytes. */
  readonly sha256: string;
  readonly bytes: number;
  readonly readerVersion: number;
  /** ISO 8601 UTC. */
  readonly importedAt: string;
}

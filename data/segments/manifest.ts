/** One kind in one sort order over one range of keys: a table of a segment. */
export interface Part {
  /** Name of the dataset kind. */
  readonly kind: string;
  /** Name of the kind's sort order, or `rows` for the rows in no order. */
  readonly order: string;
  /** Table in the segment. */
  readonly table: string;
  readonly rows: number;
  /** Lowest and highest key, decimal digits; for ranges the lowest first and the highest last address. */
  readonly low: string;
  readonly high: string;
}

/** First and last time of a kind's rows in UTC microseconds, decimal digits; null where no row has one. */
export interface TimeSpan {
  readonly first: string | null;
  readonly last: string | null;
}

/** An immutable DuckDB file, named by its SHA-256, and what it holds. */
export interface Segment {
  readonly sha256: string;
  readonly bytes: number;
  /** Bytes of a storage block. */
  readonly blockSize: number;
  readonly rowGroupSize: number;
  readonly parts: readonly Part[];
  /** Rows by kind, each counted once whatever the number of sort orders. */
  readonly rows: Readonly<Record<string, number>>;
  readonly times: Readonly<Record<string, TimeSpan>>;
  /** Imports whose rows it holds. */
  readonly imports: readonly string[];
}

/** A state of a dataset: a sorted list of segments; `id` is the digest of their hashes. */
export interface Snapshot {
  readonly id: string;
  readonly segments: readonly Segment[];
}

/** A dataset as cells see it: a name and the snapshot that it stands for. */
export interface DatasetView {
  readonly name: string;
  readonly snapshot: Snapshot;
}

/** One publication in a dataset's log. */
export interface PublishedSnapshot {
  readonly snapshot: string;
  /** ISO 8601 UTC. */
  readonly publishedAt: string;
  readonly imports: readonly string[];
  /** Imports whose rows it holds no more. */
  readonly withdrawn?: readonly string[];
}

/** A dataset: its name and the log of its snapshots, oldest first. */
export interface DatasetLog {
  readonly name: string;
  readonly snapshots: readonly PublishedSnapshot[];
}

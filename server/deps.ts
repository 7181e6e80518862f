import type {
  DatasetLog,
  DatasetView,
  ErrorReport,
  Indicator,
  Segment,
  Snapshot,
} from "@pivotbook/data";
import type { ImportRecord, RejectedReason } from "./imports/import_report.ts";

/** What the server needs of the world; implemented in `store/` and `imports/`, faked in tests. */
export interface ServerDeps {
  readonly notebooks: NotebookStore;
  readonly datasets: DatasetStore;
  readonly imports: ImportQueue;
  /** Segment files and their side indexes. */
  readonly segments: FileSource;
  /** The page's own files. */
  readonly assets: FileSource;
  /** Values of the Host header that are answered, as `127.0.0.1:8177`; null answers all. */
  readonly hosts: readonly string[] | null;
  /** Milliseconds for which a request may send nothing; 30 s where it is left out. */
  readonly patience?: number;
  readonly log: (text: string) => void;
}

/** How segments are published. */
export interface PublishOptions {
  /** Hashes of segments whose rows these hold now: they are damaged, and the snapshot does without them. */
  readonly instead?: ReadonlySet<string>;
}

/** What is published: datasets, their snapshots and the segments of these. */
export interface DatasetStore {
  /** Names of all datasets, those that cannot be read too. */
  names(): Promise<string[]>;
  log(name: string): Promise<DatasetLog>;
  /** The newest snapshot of a dataset; a `NotFoundError` where there is none. */
  view(name: string): Promise<DatasetView>;
  snapshot(id: string): Promise<Snapshot>;
  /**
   * Adds segments to a dataset as its next snapshot; readers see all of them
   * or none. Those that it holds add nothing, and where that is all, no
   * snapshot. Others with rows of an import that it holds are refused, all of
   * them, by a `ConflictError`.
   */
  publish(
    name: string,
    segments: readonly Segment[],
    options?: PublishOptions,
  ): Promise<Snapshot>;
  /**
   * Takes an import back: publishes the dataset without the segments that hold
   * its rows. An `InputError` where these hold rows of others, too. Former
   * snapshots stay as they are.
   */
  withdraw(name: string, importId: string): Promise<Snapshot>;
  /** Removes a dataset; its log is kept, and the file that holds it now is given, relative to those of the others. */
  remove(name: string): Promise<string>;
}

/** A notebook in a list. */
export interface NotebookSummary {
  readonly name: string;
  readonly title: string;
  readonly tlp: string | null;
  readonly datasets: readonly string[];
  /** Null where it was not counted: the notebook is large, or cannot be read. */
  readonly cells: number | null;
  /** What its pivots look into, and the names of these pivots. */
  readonly pivots: readonly NotebookPivot[];
  /** ISO 8601 UTC. */
  readonly modifiedAt: string;
  /** Why it cannot be read; null where it can. */
  readonly error: ErrorReport | null;
}

/** An indicator that a notebook looks into. */
export interface NotebookPivot extends Indicator {
  /** Name of the pivot; null for one without. */
  readonly cell: string | null;
}

/** A notebook that was removed, and can be put back. */
export interface RemovedNotebook {
  readonly name: string;
  /** When, as its place among the removed ones says it. */
  readonly at: string;
}

/** A notebook's text, and the version that the next change must name. */
export interface NotebookFile {
  readonly name: string;
  readonly text: string;
  /** Digest of the text, so that an edit outside the server counts too. */
  readonly version: string;
}

/** Notebooks as files. */
export interface NotebookStore {
  list(): Promise<NotebookSummary[]>;
  read(name: string): Promise<NotebookFile>;
  /** Makes a notebook with a free name that its title suggests. */
  create(text: string): Promise<NotebookFile>;
  /**
   * Replaces the text if `version` is still the newest; otherwise throws a
   * `ConflictError` and keeps the refused text beside the notebook.
   */
  save(file: NotebookFile): Promise<NotebookFile>;
  /** Takes a notebook out of the list; its file is kept. */
  remove(name: string): Promise<RemovedNotebook>;
  /** Puts a removed notebook back, under another name where its own was taken meanwhile. */
  restore(removed: RemovedNotebook): Promise<NotebookFile>;
}

/** One import of one file, as the page follows it. */
export interface ImportProgress {
  readonly id: string;
  readonly state: "running" | "done" | "failed";
  readonly dataset: string;
  readonly file: string;
  /** What is being done, for a reader; empty at the end. */
  readonly stage: string;
  /** Name of the dataset kind, and the id that each row carries; null until the end. */
  readonly kind: string | null;
  readonly importId: string | null;
  /** Format that was recognised; null until then. */
  readonly reader: string | null;
  readonly startedAt: string;
  readonly read: number;
  readonly kept: number;
  readonly merged: number;
  readonly rejected: number;
  readonly reasons: readonly RejectedReason[];
  /** Columns of the file that were not read, since the kind has none of their name. */
  readonly unknownColumns: readonly string[];
  readonly error: ErrorReport | null;
}

/** A file that arrives to be imported. */
export interface Upload {
  /** Chosen by the sender, so that it can give up what it has no answer to; else one is made. */
  readonly id?: string | undefined;
  readonly dataset: string;
  readonly name: string;
  readonly content: ReadableStream<Uint8Array>;
  /** Bytes, where the sender says; null where it does not. */
  readonly bytes: number | null;
}

/** Imports that run while the page goes on. */
export interface ImportQueue {
  start(upload: Upload): Promise<ImportProgress>;
  /** An import of this process that arrives, waits, runs or has ended, by its id. */
  progress(id: string): ImportProgress | null;
  /** Gives up an import: at once while it arrives or waits, else as soon as it lets go; one that is published already stays so. Null for an id that is none, which is not taken later either. */
  cancel(id: string): ImportProgress | null;
  /** What is kept of an import, by the id that rows carry. */
  record(id: string): Promise<ImportRecord | null>;
}

/** A file to give out. */
export interface ServedFile {
  /** Bytes. */
  readonly size: number;
  /** Quoted, as the header wants it. */
  readonly etag: string;
  readonly type: string;
  /** `Content-Encoding` of the stored bytes; null for none. */
  readonly encoding: string | null;
  /** Whether the name stands for these bytes for ever. */
  readonly immutable: boolean;
  /** The bytes of the spans, one after the other, in pieces that tell their span. */
  read(spans: readonly Span[]): AsyncGenerator<FilePiece>;
}

/** A span of a file, `stop` not included. */
export interface Span {
  readonly start: number;
  readonly stop: number;
}

/** Bytes of a file, and the span that they are of. */
export interface FilePiece {
  readonly span: Span;
  readonly bytes: Uint8Array;
}

/** Files by name; null for a name that is none. */
export interface FileSource {
  open(name: string, encodings: readonly string[]): Promise<ServedFile | null>;
}

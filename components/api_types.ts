import type { DatasetView, PublishedSnapshot } from "@pivotbook/data";

/** A notebook in the list of the start page. */
export interface NotebookSummary {
  readonly name: string;
  readonly title: string;
  readonly tlp: string | null;
  readonly datasets: readonly string[];
  readonly cells: number;
  /** ISO 8601 UTC. */
  readonly modifiedAt: string;
}

/** A notebook's text and the version that a change must name. */
export interface NotebookFile {
  readonly name: string;
  readonly text: string;
  readonly version: string;
}

/** A dataset: what it holds now and how it came to be. */
export interface DatasetSummary {
  readonly name: string;
  /** ISO 8601 UTC; null before the first publication. */
  readonly publishedAt: string | null;
  readonly view: DatasetView;
  readonly log: readonly PublishedSnapshot[];
}

/** Why lines of a file were rejected. */
export interface RejectedReason {
  readonly reason: string;
  readonly count: number;
  /** First line of the file that was rejected for it. */
  readonly line: number | null;
}

/** One import of one file. */
export interface ImportJob {
  readonly id: string;
  readonly state: "running" | "done" | "failed";
  readonly dataset: string;
  readonly file: string;
  /** Name of the reader that recognised the file; null if none did yet. */
  readonly reader: string | null;
  readonly startedAt: string;
  readonly read: number;
  readonly kept: number;
  readonly merged: number;
  readonly rejected: number;
  readonly reasons: readonly RejectedReason[];
  readonly error: { readonly message: string; readonly remedy?: string } | null;
}

import type { Api } from "./api.ts";

type Answer<Method extends keyof Api> = Awaited<ReturnType<Api[Method]>>;

/** A notebook in the list of the start page. */
export type NotebookSummary = Answer<"notebooks">[number];

/** A notebook's text and the version that a change must name. */
export type NotebookFile = Answer<"notebook">;

/** A dataset: what it holds now and how it came to be. */
export type DatasetSummary = Answer<"datasets">[number];

/** One import of one file, running or done. */
export type ImportJob = Answer<"importJob">;

/** Why lines of a file were rejected. */
export type RejectedReason = ImportJob["reasons"][number];

/** What is kept of an import: where its rows came from. */
export type ImportRecord = Answer<"importRecord">;

/** A notebook that was removed, and when, so that it can be put back. */
export type RemovedNotebook = Answer<"removeNotebook">;

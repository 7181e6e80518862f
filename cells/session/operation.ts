import type { ErrorReport } from "@pivotbook/data";
import type { Output } from "../kinds/output.ts";

/** Everything that can happen to a session. Requests of a person and reports of the runtime alike. */
export type Operation =
  /** Takes this text as the notebook; cells whose text is unchanged keep their results. */
  | { readonly type: "load"; readonly text: string }
  /** Replaces the raw text of one block (a cell with its fences, or prose). */
  | { readonly type: "edit"; readonly id: string; readonly raw: string }
  /** Inserts block text after a block; null puts it first. */
  | {
    readonly type: "insert";
    readonly after: string | null;
    readonly raw: string;
  }
  | { readonly type: "remove"; readonly id: string }
  /** Runs these cells and what they need, or all of them. */
  | { readonly type: "run"; readonly ids: readonly string[] | "all" }
  /** Stops these cells, or all. */
  | { readonly type: "cancel"; readonly ids: readonly string[] | "all" }
  /** A dataset has a new snapshot: its readers are stale. */
  | { readonly type: "dataset-changed"; readonly name: string }
  /** A dataset is no longer there: what names it has an error, as in a notebook that is opened now. */
  | { readonly type: "dataset-removed"; readonly name: string }
  /** The engine was restarted: every result is gone. */
  | { readonly type: "engine-restarted" }
  | { readonly type: "saved"; readonly text: string }
  | { readonly type: "started"; readonly id: string; readonly version: number }
  /** A cell that still runs has a result of which a part is to come. */
  | {
    readonly type: "shown";
    readonly id: string;
    readonly version: number;
    readonly output: Output;
  }
  | {
    readonly type: "finished";
    readonly id: string;
    readonly version: number;
    readonly output: Output;
    /** Milliseconds. */
    readonly duration: number;
  }
  | {
    readonly type: "failed";
    readonly id: string;
    readonly version: number;
    readonly error: ErrorReport;
  }
  | { readonly type: "stopped"; readonly id: string; readonly version: number }
  /** A cell with that `contentKey` brought the engine down, whatever became of its run. */
  | {
    readonly type: "crashed";
    readonly key: string;
    readonly error: ErrorReport;
  };

/** What the runtime must do after an operation. */
export type Effect =
  | { readonly type: "run"; readonly id: string; readonly version: number }
  | { readonly type: "abort"; readonly id: string; readonly version: number }
  /** The name no longer stands for anything: drop its table or schema. */
  | { readonly type: "forget"; readonly name: string };

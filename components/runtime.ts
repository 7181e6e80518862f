import type { Session, SessionOptions } from "@pivotbook/cells";
import type { DatasetView, LookupSource } from "@pivotbook/data";

/** What notebooks run on: an engine over the segments, and how a notebook becomes a session in it. */
export interface Runtime {
  /** Counts rows for what stands beside a notebook; each session has lookups of its own. */
  readonly lookup: LookupSource;
  /** Tells which datasets there are, so that their segments can be found. */
  know(datasets: readonly DatasetView[]): void;
  /** Opens a notebook's text, in a namespace of its own. */
  openSession(text: string, options: OpeningOptions): Session;
  /** Resolves when no cell of the open notebook runs or waits to. */
  readonly atRest: () => Promise<void>;
  /** Resolves when the engine has started, rejects where it cannot; what it is asked until then waits. */
  readonly ready: Promise<void>;
  /** Resolves when the engine has crashed; everything in it is gone then. */
  readonly crashed: Promise<unknown>;
}

/** How a notebook is opened. */
export type OpeningOptions = Pick<
  SessionOptions,
  "crashed" | "datasets" | "drawn" | "opening"
>;

/** Starts an engine. */
export type OpenRuntime = () => Runtime;

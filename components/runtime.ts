import type { Session } from "@pivotbook/cells";
import type { DatasetView, Engine, LookupSource } from "@pivotbook/data";

/** What notebooks run on: an engine, where rows come from, and how a notebook becomes a session. */
export interface Runtime {
  readonly engine: Engine;
  readonly lookup: LookupSource;
  /** Tells which datasets there are, so that their segments can be found. */
  know(datasets: readonly DatasetView[]): void;
  /** Opens a notebook's text over the datasets, as they are when they are asked for; `opening` says why it runs, where it was not just opened. */
  openSession(
    text: string,
    options: { datasets: () => readonly DatasetView[]; opening?: string },
  ): Session;
  /** Resolves when no cell of the open notebook runs or waits to. */
  readonly atRest: () => Promise<void>;
  /** Resolves when the engine has started, rejects where it cannot; what it is asked until then waits. */
  readonly ready: Promise<void>;
  /** Resolves when the engine has crashed; everything in it is gone then. */
  readonly crashed: Promise<unknown>;
}

/** Starts an engine. */
export type OpenRuntime = () => Runtime;

import type { Engine, LookupSource } from "@pivotbook/data";
import type { Operation } from "./operation.ts";
import type { SessionState } from "./state.ts";

/** A running notebook: the pure state and whoever performs its effects. What a page, a test and a headless run hold. */
export interface Session {
  readonly state: SessionState;
  /** Holds its tables, and nobody else's. */
  readonly engine: Engine;
  /** Lookups that make their tables in that engine. */
  readonly lookup: LookupSource;
  /** Applies an operation and starts its effects. */
  dispatch(operation: Operation): void;
  /** Calls back after each change until the returned function is called. */
  subscribe(listener: (state: SessionState) => void): () => void;
  /** Resolves when nothing is queued or running. */
  settled(): Promise<void>;
  /** Stops what runs, and gives up the engine with all that the session has made in it; resolves when that is done. Again is no work. */
  close(): Promise<void>;
}

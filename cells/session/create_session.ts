import type { DatasetView, Engine, LookupSource } from "@pivotbook/data";
import { apply } from "./apply.ts";
import type { Clock } from "./clock.ts";
import { emptyNotebook, type OpenNotebook } from "./open_notebook.ts";
import type { Operation } from "./operation.ts";
import { Runner } from "./runner.ts";
import type { Session } from "./session.ts";
import type { SessionState } from "./state.ts";

/** What a session works with. */
export interface SessionOptions {
  readonly text: string;
  /** An engine of the session's own, as `openNamespace` gives: closed with it, so that all its tables are gone. */
  readonly engine: Engine;
  /** Lookups that make their tables in that engine. */
  readonly lookup: LookupSource;
  /** The datasets as they now stand; asked again after `dataset-changed`. */
  readonly datasets: () => readonly DatasetView[];
  /** Makes a dataset's tables readable as `name.kind`; called before a cell reads them. */
  readonly openDataset: (name: string) => Promise<void>;
  readonly clock: Clock;
  /** Waits until what listens to the state has asked the engine for what it shows; not at all by default. */
  readonly drawn?: () => Promise<void>;
  /** Whether the text, and later changes, run by themselves; false for a notebook that was not reviewed yet. */
  readonly autorun?: boolean;
  /** What brought the engine down in a session of the same notebook before: it is not run again by itself. */
  readonly crashed?: SessionState["crashed"];
  /** Is told of what goes wrong in what listens to the session, which goes on. */
  readonly report?: (error: unknown) => void;
  /** Why the text runs at first; `the notebook was opened` unless it was made for a question just asked. */
  readonly opening?: string;
}

/** Opens a notebook: keeps its state, performs its effects. */
export function createSession(options: SessionOptions): Session {
  return new NotebookSession(options);
}

class NotebookSession implements Session {
  #state: OpenNotebook;
  readonly #runner: Runner;
  readonly #options: SessionOptions;
  readonly #listeners = new Set<(state: SessionState) => void>();
  #waiting: (() => void)[] = [];
  #closed = false;
  #ending: Promise<void> | null = null;

  constructor(options: SessionOptions) {
    const {
      text,
      autorun = true,
      opening = "the notebook was opened",
      crashed = {},
    } = options;
    this.#options = options;
    const datasets = options.datasets().map(({ name }) => name);
    this.#state = emptyNotebook({ datasets, automatic: autorun, opening });
    this.#state = { ...this.#state, saved: text, crashed };
    this.#runner = new Runner(options, {
      state: () => this.#state,
      dispatch: (operation) => this.dispatch(operation),
    });
    this.dispatch({ type: "load", text });
  }

  get engine(): Engine {
    return this.#options.engine;
  }

  get lookup(): LookupSource {
    return this.#options.lookup;
  }

  get state(): SessionState {
    return this.#state;
  }

  dispatch(operation: Operation): void {
    if (this.#closed) return;
    const { state, effects } = apply(this.#state, operation);
    this.#state = state;
    if (operation.type === "engine-restarted") this.#runner.forgetAll();
    for (const listener of [...this.#listeners]) this.#tell(listener, state);
    for (const effect of effects) this.#runner.perform(effect);
    this.#settle();
  }

  #tell(listener: (state: SessionState) => void, state: SessionState): void {
    try {
      listener(state);
    } catch (error) {
      this.#options.report?.(error);
    }
  }

  subscribe(listener: (state: SessionState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async settled(): Promise<void> {
    while (!this.#isSettled() && !this.#closed) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    await this.#runner.idle();
  }

  close(): Promise<void> {
    return this.#ending ??= this.#end();
  }

  async #end(): Promise<void> {
    this.dispatch({ type: "cancel", ids: "all" });
    this.#closed = true;
    this.#listeners.clear();
    this.#release();
    await this.#runner.idle();
    await this.engine.close();
  }

  #isSettled(): boolean {
    return this.#state.active === null &&
      Object.values(this.#state.cells).every(({ status }) =>
        status !== "queued" && status !== "running"
      );
  }

  #settle(): void {
    if (this.#isSettled()) this.#release();
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

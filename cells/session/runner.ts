import { type ErrorReport, reportOf } from "@pivotbook/data";
import { cellKindNamed } from "../kinds/mod.ts";
import type { RunContext } from "../kinds/cell_kind.ts";
import type { Cell } from "../notebook/notebook.ts";
import { dropCell } from "../pivots/pivot_schema.ts";
import type { SessionOptions } from "./create_session.ts";
import { isCrash } from "./crashed.ts";
import { cellsOf, pivotDatasetsOf } from "./examine.ts";
import { located } from "./examine_cell.ts";
import type { OpenNotebook, RunTicket } from "./open_notebook.ts";
import type { Effect, Operation } from "./operation.ts";
import { contentKey } from "./reconcile.ts";

/** The session that a runner works for. */
export interface RunnerSession {
  state(): OpenNotebook;
  dispatch(operation: Operation): void;
}

/** Performs the effects of a session, one after the other: the engine does one thing at a time. */
export class Runner {
  readonly #options: SessionOptions;
  readonly #session: RunnerSession;
  readonly #memory = new Map<string, unknown>();
  #controller = new AbortController();
  #running: RunTicket | null = null;
  #last: Promise<void> = Promise.resolve();

  constructor(options: SessionOptions, session: RunnerSession) {
    this.#options = options;
    this.#session = session;
  }

  perform(effect: Effect): void {
    performers[effect.type](this, effect as never);
  }

  /** Forgets what kinds remember, as the engine forgot its tables. */
  forgetAll(): void {
    this.#memory.clear();
  }

  /** Resolves when nothing is being done. */
  idle(): Promise<void> {
    return this.#last;
  }

  run(ticket: RunTicket): void {
    const controller = new AbortController();
    this.#running = ticket;
    this.#controller = controller;
    this.#next(async () => {
      try {
        await this.#runCell(ticket, controller.signal);
      } catch (error) {
        const { id, version } = ticket;
        const report = reportOf(error);
        this.#report({ type: "failed", id, version, error: report });
      }
    });
  }

  abort({ id, version }: RunTicket): void {
    const running = this.#running;
    if (running?.id !== id || running.version !== version) return;
    this.#controller.abort(new DOMException("Stopped", "AbortError"));
  }

  /** Behind what is being done, since that may still remember the name. */
  forget(name: string): void {
    this.#next(async () => {
      this.#memory.delete(name);
      await this.#options.engine.query(dropCell(name)).catch(() => {});
    });
  }

  /** What goes wrong with one thing keeps nothing from being done after it. */
  #next(work: () => Promise<void>): void {
    this.#last = this.#last.then(work).catch(
      this.#options.report ?? (() => {}),
    );
  }

  async #runCell(ticket: RunTicket, signal: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    const { id, version } = ticket;
    const state = this.#session.state();
    const cell = cellsOf(state.notebook).find((cell) => cell.id === id);
    const late = state.cells[id]?.version !== version;
    if (!cell || late || signal.aborted) {
      return this.#report({ type: "stopped", id, version });
    }
    this.#report({ type: "started", id, version });
    const start = clock.now();
    try {
      const kind = cellKindNamed(cell.kind);
      const output = await kind.run(cell, this.#context(ticket, signal));
      const duration = clock.now() - start;
      this.#report({ type: "finished", id, version, output, duration });
    } catch (error) {
      this.#failed(reportOf(error), { cell, ticket, signal });
    }
  }

  #failed(
    error: ErrorReport,
    { cell, ticket, signal }: {
      cell: Cell;
      ticket: RunTicket;
      signal: AbortSignal;
    },
  ): void {
    const { id, version } = ticket;
    const shown = located(error, cell);
    if (isCrash(error)) {
      const key = contentKey(cell);
      this.#session.dispatch({ type: "crashed", key, error: shown });
    }
    if (signal.aborted) this.#report({ type: "stopped", id, version });
    else this.#report({ type: "failed", id, version, error: shown });
  }

  #report(operation: Operation): void {
    if (operation.type !== "started") this.#running = null;
    this.#session.dispatch(operation);
  }

  #context({ id, version }: RunTicket, signal: AbortSignal): RunContext {
    const { engine, lookup, openDataset } = this.#options;
    const datasets = this.#options.datasets();
    const state = this.#session.state();
    const names = datasets.map(({ name }) => name);
    return {
      engine,
      lookup,
      datasets,
      pivotDatasets: pivotDatasetsOf(state.notebook, names),
      signal,
      openDataset,
      memory: this.#memory,
      show: async (output) => {
        this.#session.dispatch({ type: "shown", id, version, output });
        await this.#options.drawn?.();
      },
      resolve: (name) => outputOf(this.#session.state(), name),
    };
  }
}

type Performers = {
  readonly [Type in Effect["type"]]: (
    runner: Runner,
    effect: Extract<Effect, { type: Type }>,
  ) => void;
};

const performers: Performers = {
  run: (runner, ticket) => runner.run(ticket),
  abort: (runner, ticket) => runner.abort(ticket),
  forget: (runner, { name }) => runner.forget(name),
};

function outputOf(
  { cells, examined }: OpenNotebook,
  name: string,
): ReturnType<RunContext["resolve"]> {
  const [id = ""] = examined.graph.definitions.get(name.toLowerCase()) ?? [];
  return cells[id]?.output ?? null;
}

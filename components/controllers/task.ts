import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Where asynchronous work of an element stands; `value` survives until the next success. */
export type TaskStatus = "initial" | "pending" | "complete" | "failed";

/**
 * Asynchronous work of one element: runs again when its arguments change,
 * aborts what is obsolete, and keeps the last good value while it works.
 */
export class Task<Arguments extends readonly unknown[], Value>
  implements ReactiveController {
  status: TaskStatus = "initial";
  value: Value | undefined = undefined;
  error: unknown = undefined;
  readonly #host: ReactiveControllerHost;
  readonly #run: (args: Arguments, signal: AbortSignal) => Promise<Value>;
  readonly #args: () => Arguments | null;
  readonly #patient: boolean;
  #last: Arguments | null = null;
  #interrupted = false;
  #abort = new AbortController();

  constructor(host: ReactiveControllerHost, options: {
    /** Arguments now; null means that there is nothing to do yet. */
    args: () => Arguments | null;
    run: (args: Arguments, signal: AbortSignal) => Promise<Value>;
    /** Whether what the page asks for in this turn, the rows of a grid above all, goes first. */
    patient?: boolean;
  }) {
    this.#host = host;
    this.#args = options.args;
    this.#patient = options.patient ?? false;
    this.#run = options.run;
    host.addController(this);
  }

  hostUpdated(): void {
    const args = this.#args();
    if (args === null || this.#same(args)) return;
    this.#last = args;
    void this.#start(args);
  }

  /** An element that was moved, or put back, takes up what it had begun. */
  hostConnected(): void {
    if (this.#interrupted) this.#host.requestUpdate();
    this.#interrupted = false;
  }

  hostDisconnected(): void {
    this.#abort.abort();
    this.#last = null;
    this.#interrupted = true;
    if (this.status !== "pending") return;
    this.status = this.value === undefined ? "initial" : "complete";
  }

  /** Runs once more with the same arguments. */
  again(): void {
    this.#last = null;
    this.#host.requestUpdate();
  }

  #same(args: Arguments): boolean {
    const last = this.#last;
    return last !== null && last.length === args.length &&
      args.every((value, index) => Object.is(value, last[index]));
  }

  async #start(args: Arguments): Promise<void> {
    this.#abort.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.status = "pending";
    this.#host.requestUpdate();
    try {
      if (this.#patient) await nextTurn();
      if (abort.signal.aborted) return;
      const value = await this.#run(args, abort.signal);
      if (abort.signal.aborted) return;
      this.value = value;
      this.status = "complete";
    } catch (error) {
      if (abort.signal.aborted) return;
      this.error = error;
      this.status = "failed";
    }
    this.#host.requestUpdate();
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

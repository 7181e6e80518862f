import type { ReactiveController, ReactiveControllerHost } from "lit";

/** How many rows a grid shows, null until they are counted, and of how many. */
export interface ShownRows {
  readonly rows: number | null;
  readonly of: number;
}

/** Tells those around a grid how many rows it shows, whenever that has changed. */
export class ShownRowsTeller implements ReactiveController {
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #now: () => ShownRows;
  #told: ShownRows = { rows: 0, of: 0 };

  constructor(
    host: ReactiveControllerHost & EventTarget,
    now: () => ShownRows,
  ) {
    this.#host = host;
    this.#now = now;
    host.addController(this);
  }

  hostUpdated(): void {
    const detail = this.#now();
    if (detail.rows === this.#told.rows && detail.of === this.#told.of) return;
    this.#told = detail;
    this.#host.dispatchEvent(new CustomEvent("pivotbook-shown", { detail }));
  }
}

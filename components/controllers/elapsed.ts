import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Milliseconds between two looks at the clock. */
const BEAT = 200;

/** How long something has been under way; the element is drawn again as time passes. */
export class Elapsed implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #running: () => boolean;
  #timer: ReturnType<typeof setInterval> | undefined = undefined;
  #start = 0;

  /** `running` says whether it is under way. */
  constructor(host: ReactiveControllerHost, running: () => boolean) {
    this.#host = host;
    this.#running = running;
    host.addController(this);
  }

  /** Milliseconds since it began; 0 while nothing is under way. */
  get milliseconds(): number {
    return this.#timer === undefined ? 0 : performance.now() - this.#start;
  }

  hostUpdate(): void {
    const running = this.#running();
    if (running === (this.#timer !== undefined)) return;
    if (!running) return this.hostDisconnected();
    this.#start = performance.now();
    this.#timer = setInterval(() => this.#host.requestUpdate(), BEAT);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

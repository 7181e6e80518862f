import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Longest time in milliseconds that a place is kept. */
const LONGEST = 20_000;
/** Milliseconds after which what has come to rest stays so. */
const REST = 500;

/** What a reader does who wants to be elsewhere. */
const LEAVING = ["wheel", "touchmove", "pointerdown", "keydown"] as const;

/** Keeps an element at the top of the window while what surrounds it still grows, until the reader moves. */
export class Stay implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #settled: () => boolean;
  readonly #resize = new ResizeObserver(() => this.#align());
  #element: Element | null = null;
  #since = 0;
  #timer: ReturnType<typeof setTimeout> | undefined = undefined;
  #rest: ReturnType<typeof setTimeout> | undefined = undefined;

  /** `settled` says whether nothing is left to grow. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    settled: () => boolean,
  ) {
    this.#host = host;
    this.#settled = settled;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.leave();
  }

  /** Brings an element to the top of the window and keeps it there; `around` is what grows. */
  at(element: Element, around: Element): void {
    this.leave();
    this.#element = element;
    this.#since = performance.now();
    this.#align();
    this.#resize.observe(around);
    this.#timer = setTimeout(this.leave, LONGEST);
    for (const name of LEAVING) {
      addEventListener(name, this.#moved, { passive: true });
    }
  }

  hostUpdated(): void {
    if (this.#element === null) return;
    if (!this.#settled()) this.#rest = this.#cleared();
    else this.#rest ??= setTimeout(this.leave, REST);
  }

  /** Lets go. */
  leave = (): void => {
    this.#element = null;
    this.#resize.disconnect();
    clearTimeout(this.#timer);
    clearTimeout(this.#rest);
    this.#rest = undefined;
    for (const name of LEAVING) removeEventListener(name, this.#moved);
  };

  /** Not what brought the reader here: that event may still be on its way to the window. */
  #moved = ({ timeStamp }: Event): void => {
    if (timeStamp > this.#since) this.leave();
  };

  #cleared(): undefined {
    clearTimeout(this.#rest);
  }

  #align(): void {
    if (!this.#host.isConnected) return;
    this.#element?.scrollIntoView({ block: "start", behavior: "instant" });
  }
}

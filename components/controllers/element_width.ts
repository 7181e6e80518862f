import type { ReactiveController, ReactiveControllerHost } from "lit";

/** The width of an element's content, which is drawn again when it changes. */
export class ElementWidth implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #least: number;
  readonly #resize = new ResizeObserver(([entry]) => {
    if (entry) this.#take(entry.contentRect.width);
  });
  #pixels: number;

  /** `least` is what narrower elements are drawn in, `first` what is taken until the element is laid out. */
  constructor(
    host: ReactiveControllerHost & Element,
    { least, first }: { least: number; first: number },
  ) {
    this.#host = host;
    this.#least = least;
    this.#pixels = first;
    host.addController(this);
  }

  get pixels(): number {
    return this.#pixels;
  }

  hostConnected(): void {
    this.#resize.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#resize.disconnect();
  }

  #take(width: number): void {
    const pixels = Math.max(this.#least, Math.round(width));
    if (pixels === this.#pixels) return;
    this.#pixels = pixels;
    this.#host.requestUpdate();
  }
}

import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Whether a media query holds; the element is drawn again when that changes. */
export class Media implements ReactiveController {
  readonly #query: MediaQueryList;
  readonly #host: ReactiveControllerHost;
  readonly #update = () => this.#host.requestUpdate();

  constructor(host: ReactiveControllerHost, query: string) {
    this.#host = host;
    this.#query = matchMedia(query);
    host.addController(this);
  }

  get matches(): boolean {
    return this.#query.matches;
  }

  hostConnected(): void {
    this.#query.addEventListener("change", this.#update);
  }

  hostDisconnected(): void {
    this.#query.removeEventListener("change", this.#update);
  }
}

import type { ReactiveControllerHost } from "lit";

/** Milliseconds for which a notice stays. */
const STAY = 2600;

/** A short text that tells what was just done. */
export class Notice {
  text: string = "";
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined = undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Shows a text for a moment, in place of the former. */
  say(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(""), STAY);
    this.#show(text);
  }

  #show(text: string): void {
    this.text = text;
    this.#host.requestUpdate();
  }
}

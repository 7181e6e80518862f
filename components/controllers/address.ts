import type { ReactiveController, ReactiveControllerHost } from "lit";
import { isInside, notebookAt } from "../notebook/address.ts";

/** Where the reader is in the application; links inside of it change the page without loading it anew. */
export class Address implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #moved: () => void;
  #path = location.pathname;

  /** `moved` is called after the reader went somewhere else. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    moved: () => void,
  ) {
    this.#host = host;
    this.#moved = moved;
    host.addController(this);
  }

  /** The notebook that the address names; null on the start page. */
  get notebook(): string | null {
    return notebookAt(this.#path);
  }

  hostConnected(): void {
    addEventListener("popstate", this.#back);
    this.#host.addEventListener("click", this.#click);
  }

  hostDisconnected(): void {
    removeEventListener("popstate", this.#back);
    this.#host.removeEventListener("click", this.#click);
  }

  /** Writes the path of what the page shows already. */
  arrive(path: string): void {
    history.pushState(null, "", path);
    this.#path = location.pathname;
    this.#host.requestUpdate();
    scrollTo(0, 0);
  }

  /** Writes the path that what the page shows has now, in place of the former. */
  replace(path: string): void {
    history.replaceState(null, "", path);
    this.#path = location.pathname;
    this.#host.requestUpdate();
  }

  #back = (): void => {
    this.#path = location.pathname;
    this.#host.requestUpdate();
    this.#moved();
  };

  #click = (event: MouseEvent): void => {
    const { altKey, ctrlKey, metaKey, shiftKey } = event;
    const meantOtherwise = altKey || ctrlKey || metaKey || shiftKey;
    if (event.defaultPrevented || event.button !== 0 || meantOtherwise) return;
    const link = linkIn(event);
    const href = link?.getAttribute("href") ?? "";
    if (!link || link.target || !isInside(href)) return;
    event.preventDefault();
    this.arrive(href);
    this.#moved();
  };
}

/** The link that was clicked, through shadow roots. */
export function linkIn(event: Event): HTMLAnchorElement | undefined {
  return event.composedPath().find((one) => one instanceof HTMLAnchorElement);
}

import type { ReactiveController, ReactiveControllerHost } from "lit";
import { anchorIn } from "../notebook/address.ts";
import { linkIn } from "./address.ts";

/** The place in the open notebook, as the address names it behind its hash, so that it can be passed on. */
export class Place implements ReactiveController {
  readonly #show: (name: string) => void;

  /** `show` brings what is called so into sight. */
  constructor(host: ReactiveControllerHost, show: (name: string) => void) {
    this.#show = show;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener("hashchange", this.follow);
  }

  hostDisconnected(): void {
    removeEventListener("hashchange", this.follow);
  }

  /** Shows what the address names. */
  follow = (): void => {
    const name = anchorIn(location.hash);
    if (name !== "") this.#show(name);
  };

  /** Writes a name into the address. */
  name(anchor: string): void {
    history.replaceState(history.state, "", `#${encodeURIComponent(anchor)}`);
  }

  /** Follows a link to a place in the notebook. */
  click = (event: Event): void => {
    const href = linkIn(event)?.getAttribute("href") ?? "";
    if (!href.startsWith("#") || event.defaultPrevented) return;
    event.preventDefault();
    const anchor = anchorIn(href);
    this.#show(anchor);
    this.name(anchor);
  };
}

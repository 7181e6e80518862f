import type { ReactiveController, ReactiveControllerHost } from "lit";
import { type PageAction, pageKey } from "../notebook/keys.ts";

/** What each key of the notebook page does. */
export type PageActions = Readonly<Record<PageAction, () => void>>;

/** The keys of the notebook page, wherever on it they are pressed. */
export class PageKeys implements ReactiveController {
  readonly #actions: PageActions;

  constructor(host: ReactiveControllerHost, actions: PageActions) {
    this.#actions = actions;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener("keydown", this.#key);
  }

  hostDisconnected(): void {
    document.removeEventListener("keydown", this.#key);
  }

  #key = (event: KeyboardEvent): void => {
    const action = pageKey(event);
    if (action === null) return;
    event.preventDefault();
    this.#actions[action]();
  };
}

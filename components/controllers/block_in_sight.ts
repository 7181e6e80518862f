import type { SessionState } from "@pivotbook/cells";
import type { ReactiveControllerHost } from "lit";
import { isAtRest } from "../notebook/progress_text.ts";
import { Stay } from "./stay.ts";

/** Brings a block of the notebook into sight, and keeps it there while cells above it still grow. */
export class BlockInSight {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #stay: Stay;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    state: () => SessionState | null,
  ) {
    this.#host = host;
    this.#stay = new Stay(host, () => isAtRest(state()));
  }

  /** Shows the block of that id as soon as it is drawn. */
  async show(id: string): Promise<void> {
    await this.#host.updateComplete;
    const block = this.#host.shadowRoot?.querySelector(
      `[data-id="${CSS.escape(id)}"]`,
    );
    const main = block?.closest("main") ?? null;
    if (block && main) this.#stay.at(block, main);
  }
}

import type { ReactiveControllerHost } from "lit";
import { Media } from "./media.ts";

/** What stands beside the work. */
export type SidePanel = "outline" | "evidence";

/** Which side panels have a column of their own in the window, and which one is open as a drawer. */
export class SidePanels {
  readonly #host: ReactiveControllerHost;
  readonly #columns: Readonly<Record<SidePanel, Media>>;
  #drawer: SidePanel | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.#columns = {
      outline: new Media(host, "(min-width: 821px)"),
      evidence: new Media(host, "(min-width: 1181px)"),
    };
  }

  /** Whether the window is wide enough for the panel to have a column. */
  hasColumn(panel: SidePanel): boolean {
    return this.#columns[panel].matches;
  }

  /** The panel that is open over the work; null where none is. */
  get drawer(): SidePanel | null {
    return this.#drawer;
  }

  open(panel: SidePanel): void {
    this.#drawer = panel;
    this.#host.requestUpdate();
  }

  close(): void {
    this.#drawer = null;
    this.#host.requestUpdate();
  }
}

import type { Engine } from "@pivotbook/data";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { GridRows } from "./rows.ts";
import type { GridSource } from "./source.ts";
import type { GridView } from "./view.ts";

/** The rows on the screen, which stay until those of the next view have come. */
export class OpenedRows implements ReactiveController {
  /** What is shown; null until the first rows are asked for. */
  shown: GridRows | null = null;
  /** Changes when pages arrive. */
  revision = 0;
  readonly #host: ReactiveControllerHost;
  readonly #turned: () => void;
  #next: GridRows | null = null;

  /** `turned` is called when rows of another view take the place of those shown. */
  constructor(host: ReactiveControllerHost, turned: () => void) {
    this.#host = host;
    this.#turned = turned;
    host.addController(this);
  }

  hostDisconnected(): void {
    void this.shown?.close();
    void this.#next?.close();
    this.shown = null;
  }

  /** Whether rows of another view are on their way. */
  get isTurning(): boolean {
    return this.#next !== null;
  }

  /** Gives up what was on its way. */
  stop(): void {
    void this.#next?.close();
    this.#next = null;
  }

  /** Asks for the rows of a view. */
  open(engine: Engine, { source, view }: OpenedView): void {
    this.stop();
    const next = new GridRows({
      engine,
      source,
      view,
      changed: () => this.#arrived(next),
    });
    next.at(0);
    this.#next = next;
    if (this.shown === null || next.ready) this.#show(next);
  }

  #arrived(rows: GridRows): void {
    if (rows === this.#next && rows.ready) this.#show(rows);
    this.revision++;
    this.#host.requestUpdate();
  }

  /** Puts rows on the screen: another view from its start, the same one where it was. */
  #show(rows: GridRows): void {
    if (this.shown !== null && this.shown.view !== rows.view) this.#turned();
    void this.shown?.close();
    this.shown = rows;
    this.#next = null;
  }
}

/** A table and how it is seen. */
export interface OpenedView {
  readonly source: GridSource;
  readonly view: GridView;
}

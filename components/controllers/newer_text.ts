import { NotFoundError } from "@pivotbook/data";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Api } from "../api.ts";
import type { NotebookFile } from "../api_types.ts";
import type { Saver } from "./saver.ts";

/** Milliseconds between two looks at the server while the page is in sight. */
const BEAT = 12_000;

/** The page that shows a notebook which others may change, too. */
export interface NewerTextPage {
  readonly api: () => Api | null;
  readonly saver: Saver;
  /** Whether another text would be in the way now: a cell runs. */
  readonly busy: () => boolean;
  /** Whether the reader writes what the notebook's text does not have yet. */
  readonly writing: () => boolean;
  /** Takes the text of a notebook that has no edits of its own. */
  readonly take: (file: NotebookFile) => void;
  /** Tells that there is another text, which is not taken while the reader writes. */
  readonly defer: () => void;
}

/** Notices that another tab or program changed the open notebook: when the page is looked at again, and now and then. */
export class NewerText implements ReactiveController {
  readonly #page: NewerTextPage;
  #timer: ReturnType<typeof setInterval> | undefined = undefined;
  #asking = false;
  /** Version of the text that the reader was told of. */
  #told = "";

  constructor(host: ReactiveControllerHost, page: NewerTextPage) {
    this.#page = page;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener("focus", this.look);
    document.addEventListener("visibilitychange", this.look);
    this.#timer = setInterval(this.look, BEAT);
  }

  hostDisconnected(): void {
    removeEventListener("focus", this.look);
    document.removeEventListener("visibilitychange", this.look);
    clearInterval(this.#timer);
  }

  /** Asks the server for a text that is newer than the page's. A server that is away has the saver's attention already. */
  look = async (): Promise<void> => {
    const { api, saver, busy } = this.#page;
    const [server, known] = [api(), saver.settled];
    if (document.hidden || this.#asking || busy()) return;
    if (server === null || known === null) return;
    this.#asking = true;
    try {
      const file = await server.newerNotebook(known);
      if (saver.settled === known) this.#meet(file);
    } catch (error) {
      const lost = error instanceof NotFoundError && saver.settled === known;
      if (lost) saver.lost();
    } finally {
      this.#asking = false;
    }
  };

  /** Null is the text that is known. Another under the name of a deleted notebook is another notebook's. */
  #meet(file: NotebookFile | null): void {
    const { saver, writing, take, defer } = this.#page;
    if (file === null) return saver.found();
    if (saver.status === "deleted") return;
    if (saver.status !== "saved") return saver.meet(file);
    if (!writing()) return take(file);
    if (this.#told !== file.version) defer();
    this.#told = file.version;
  }
}

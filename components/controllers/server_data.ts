import { type DatasetView, reportOf } from "@pivotbook/data";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Api } from "../api.ts";
import type {
  DatasetSummary,
  NotebookFile,
  NotebookSummary,
} from "../api_types.ts";
import { GrowingPause } from "../growing_pause.ts";
import { OfflineError } from "../offline_error.ts";

/** What the pages show of the server; asked again while the server is gone. */
export class ServerData implements ReactiveController {
  notebooks: readonly NotebookSummary[] | null = null;
  datasets: readonly DatasetSummary[] | null = null;
  /** The open notebook as the server has it. */
  file: NotebookFile | null = null;
  /** What is wrong with the server, for the banner. */
  trouble: string = "";
  /** Why there is nothing at the address. */
  missing: string = "";
  readonly #host: ReactiveControllerHost;
  readonly #changed: () => void;
  readonly #pause = new GrowingPause();
  #wanted: string | null = null;
  /** Which of several loads is the last: an older answer may come later. */
  #loads = 0;
  #timer: ReturnType<typeof setTimeout> | undefined = undefined;

  /** `changed` is called when the datasets are known. */
  constructor(host: ReactiveControllerHost, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** What lookups read. */
  get views(): readonly DatasetView[] {
    return (this.datasets ?? []).filter(({ error }) => error === null)
      .map(({ view }) => view);
  }

  /** Fetches what the page of a notebook shows, or the start page without a name. */
  async load(api: Api, name: string | null): Promise<void> {
    clearTimeout(this.#timer);
    const load = ++this.#loads;
    this.#wanted = name;
    this.missing = "";
    if (this.file?.name !== name) this.file = null;
    try {
      const datasets = api.datasets();
      datasets.catch(() => {});
      await this.#loadPage(api, { name, load });
      const known = await datasets;
      if (load !== this.#loads) return;
      this.datasets = known;
      this.#pause.reset();
      this.trouble = "";
      this.#changed();
    } catch (error) {
      if (load === this.#loads) this.#failed(error, { api, name });
    }
    this.#host.requestUpdate();
  }

  /** Makes a notebook of a text and opens it; null where the server refuses. */
  async create(api: Api, text: string): Promise<NotebookFile | null> {
    try {
      this.file = await api.createNotebook(text);
      this.trouble = "";
      return this.file;
    } catch (error) {
      this.trouble = reportOf(error).message;
      return null;
    } finally {
      this.#host.requestUpdate();
    }
  }

  async #loadPage(
    api: Api,
    { name, load }: { name: string | null; load: number },
  ): Promise<void> {
    if (name === null) {
      const notebooks = await api.notebooks();
      if (load === this.#loads) this.notebooks = notebooks;
    } else if (this.file?.name !== name) {
      const file = await api.notebook(name);
      if (this.#wanted === name) this.file = file;
    }
    this.#host.requestUpdate();
  }

  #failed(
    error: unknown,
    { api, name }: { api: Api; name: string | null },
  ): void {
    const { message, code } = reportOf(error);
    if (error instanceof OfflineError) {
      this.trouble = `${message}; trying again`;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(
        () => void this.load(api, this.#wanted),
        this.#pause.next(),
      );
    } else if (this.#wanted !== name) return;
    else if (code.includes("not-found") || code.startsWith("unknown")) {
      this.missing = message;
    } else this.trouble = message;
  }
}

import type { Session } from "@pivotbook/cells";
import type { DatasetView } from "@pivotbook/data";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Api } from "../api.ts";
import type { NotebookFile } from "../api_types.ts";
import {
  changedDatasets,
  removedDatasets,
} from "../imports/changed_datasets.ts";
import { isWriting } from "../notebook/is_writing.ts";
import { isAtRest } from "../notebook/progress_text.ts";
import type { Runtime } from "../runtime.ts";
import { NewerText } from "./newer_text.ts";
import { OpenNotebook } from "./open_notebook.ts";
import { Saver } from "./saver.ts";

/** The page of a notebook. */
export interface SavedNotebookHost extends ReactiveControllerHost {
  readonly api: Api | null;
  readonly file: NotebookFile | null;
  readonly runtime: Runtime | null;
  readonly datasets: readonly DatasetView[];
  /** Whether the notebook was just made by a search. */
  readonly searched: boolean;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** What the page is told. */
export interface SavedNotebookNews {
  readonly say: (text: string) => void;
  /** What holds the tables of the session that is open; null where it is gone. */
  readonly session: (session: Session | null) => void;
  /** A session was opened; `first` where it is not the same notebook after a crash. */
  readonly opened: (first: boolean) => void;
  /** The notebook has another name on the server. */
  readonly moved: (file: NotebookFile) => void;
}

/** The page's notebook between its file on the server and its session: opened, saved, and taken up anew. */
export class SavedNotebook implements ReactiveController {
  readonly open: OpenNotebook;
  readonly saver: Saver;
  readonly #newer: NewerText;
  readonly #host: SavedNotebookHost;
  readonly #news: SavedNotebookNews;
  #file: NotebookFile | null = null;
  /** What the session that is open runs on; null without one. */
  #runtime: Runtime | null = null;
  #opened = false;
  #datasets: readonly DatasetView[] = [];

  constructor(host: SavedNotebookHost, news: SavedNotebookNews) {
    this.#host = host;
    this.#news = news;
    this.saver = new Saver(host, (file) => this.#saved(file));
    this.open = new OpenNotebook(
      host,
      () => this.saver.change(this.open.text),
    );
    this.#newer = new NewerText(host, {
      api: () => host.api,
      saver: this.saver,
      busy: () => !isAtRest(this.open.state),
      writing: () => isWriting(host.renderRoot),
      take: (file) => this.#take(file),
      defer: () =>
        news.say(
          "The file has changed: its text is taken when you close the editor",
        ),
    });
    host.addController(this);
  }

  /** A page that was moved, or put back, goes on from what it shows. */
  hostConnected(): void {
    this.#host.requestUpdate();
  }

  /** The session was closed with the page. */
  hostDisconnected(): void {
    this.#runtime = null;
  }

  /** Takes what the page got since it was drawn. */
  hostUpdate(): void {
    const { file, api, runtime } = this.#host;
    this.#dataChanged();
    const fresh = file !== this.#file && file !== null;
    this.#file = file;
    if (fresh && api !== null) this.saver.open(api, file);
    if (runtime === null && this.#runtime !== null) this.#lost();
    if (runtime === null || file === null) return;
    if (fresh || this.#runtime !== runtime) {
      this.#start(runtime, { file, fresh });
    }
  }

  /** Looks whether the server has a newer text. */
  look = (): void => void this.#newer.look();

  /** Goes on from a text that another wrote, which can be undone as any change. */
  load(text: string): void {
    this.open.change({ type: "load", text });
    this.open.dispatch({ type: "saved", text });
  }

  /** Opens the notebook on an engine: a file that is new here, or what is on the screen after a crash. */
  #start(
    runtime: Runtime,
    { file, fresh }: { file: NotebookFile; fresh: boolean },
  ): void {
    const host = this.#host;
    const text = fresh ? file.text : this.open.text || file.text;
    const first = fresh || !this.#opened;
    this.#runtime = runtime;
    this.#opened = true;
    const session = runtime.openSession(text, {
      datasets: () => host.datasets,
      drawn: () => this.open.drawn(),
      crashed: fresh ? {} : this.open.state?.crashed ?? {},
      ...(fresh && host.searched ? { opening: "it was searched for" } : {}),
    });
    this.open.open(session);
    this.#news.session(session);
    this.#news.opened(first);
  }

  #lost(): void {
    this.#runtime = null;
    this.#news.session(null);
  }

  /** Tells the session which datasets have another snapshot than before, or are gone. */
  #dataChanged(): void {
    const [former, { datasets }] = [this.#datasets, this.#host];
    this.#datasets = datasets;
    if (former === datasets || this.open.state === null) return;
    const names = changedDatasets(former, datasets);
    for (const name of names) {
      this.open.dispatch({ type: "dataset-changed", name });
    }
    const gone = removedDatasets(former, datasets);
    for (const name of gone) {
      this.open.dispatch({ type: "dataset-removed", name });
    }
    const news = [
      ...names.length > 0 ? [`New data in ${names.join(", ")}`] : [],
      ...gone.length > 0 ? [`No longer there: ${gone.join(", ")}`] : [],
    ];
    if (news.length > 0) this.#news.say(news.join(". "));
  }

  /** A notebook that was made again may have another name. */
  #saved(file: NotebookFile): void {
    this.open.dispatch({ type: "saved", text: file.text });
    if (file.name !== this.#file?.name) this.#news.moved(file);
  }

  #take(file: NotebookFile): void {
    const { api } = this.#host;
    if (api === null) return;
    this.saver.open(api, file);
    this.load(file.text);
    this.#news.say("Updated from the file");
  }
}

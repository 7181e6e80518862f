import type { SessionState } from "@pivotbook/cells";
import { consume } from "@lit/context";
import type { DatasetView, Engine } from "@pivotbook/data";
import { html, LitElement, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Api } from "../api.ts";
import type { NotebookFile } from "../api_types.ts";
import { apiContext, datasetsContext, engineContext } from "../contexts.ts";
import { BlockInSight } from "../controllers/block_in_sight.ts";
import { NewerText } from "../controllers/newer_text.ts";
import { NotebookActions } from "../controllers/notebook_actions.ts";
import { Notice } from "../controllers/notice.ts";
import { OpenNotebook } from "../controllers/open_notebook.ts";
import { PageKeys } from "../controllers/page_keys.ts";
import { Place } from "../controllers/place.ts";
import { ProseValues } from "../controllers/prose_values.ts";
import { Saver } from "../controllers/saver.ts";
import { type SidePanel, SidePanels } from "../controllers/side_panels.ts";
import {
  MovedEvent,
  type NoticeEvent,
  type SelectedRow,
  type SelectEvent,
} from "../events.ts";
import "../evidence/evidence_panel.ts";
import type { ImportDialog } from "../imports/import_dialog.ts";
import {
  changedDatasets,
  removedDatasets,
} from "../imports/changed_datasets.ts";
import { notebookColumns } from "./columns.ts";
import { notebookDialogs } from "./dialogs.ts";
import { isWriting } from "./is_writing.ts";
import { keyActions } from "./key_actions.ts";
import { notebookWaiting, notebookWork, pinned } from "./work.ts";
import { tabTitle, titleOf } from "./title.ts";
import { notebookTop } from "./top.ts";
import "../outline/outline.ts";
import { anchorOf } from "../outline/sections.ts";
import { isAtRest, progressText } from "./progress_text.ts";
import { deletedNotice, saveNews, saveState } from "./save_state.ts";
import type { Runtime } from "../runtime.ts";
import "../search/search_bar.ts";
import type { SearchBar } from "../search/search_bar.ts";
import { base } from "../styles/base.ts";
import { notebookPageStyles } from "../styles/notebook_page.ts";
import "../theme_toggle.ts";

/**
 * An open notebook: outline at the left, the work in the middle, evidence at the right.
 *
 * @summary Notebook page
 * @fires pivotbook-moved - The notebook is at another address now
 */
@customElement("pivotbook-notebook-page")
export class NotebookPage extends LitElement {
  static override styles = [base, notebookPageStyles];

  @consume({ context: apiContext, subscribe: true })
  @property({ attribute: false })
  accessor api: Api | null = null;
  @consume({ context: engineContext, subscribe: true })
  @property({ attribute: false })
  accessor engine: Engine | null = null;
  @consume({ context: datasetsContext, subscribe: true })
  @property({ attribute: false })
  accessor datasets: readonly DatasetView[] = [];
  @property({ attribute: false })
  accessor runtime: Runtime | null = null;
  @property({ attribute: false })
  accessor file: NotebookFile | null = null;
  /** Whether the notebook was just made by a search. */
  @property({ type: Boolean })
  accessor searched: boolean = false;
  /** Names of the datasets that files can be imported into, newest first. */
  @property({ attribute: false })
  accessor targets: readonly string[] = [];

  @state()
  accessor selected: SelectedRow | null = null;
  /** Id of the block that keys act on. */
  @state()
  accessor current: string | null = null;
  /** Id of the block whose editor is open. */
  @state()
  accessor editing: string | null = null;
  @state()
  accessor keysOpen: boolean = false;
  @query("pivotbook-import-dialog")
  accessor importDialog: ImportDialog | null = null;
  @query("pivotbook-search-bar")
  accessor search: SearchBar | null = null;

  #opened: Runtime | null = null;
  readonly #panels = new SidePanels(this);
  readonly #notice = new Notice(this);
  readonly #saver = new Saver(
    this,
    (file) => this.#saved(file),
  );
  readonly #notebook = new OpenNotebook(
    this,
    () => this.#saver.change(this.#notebook.text),
  );
  readonly #newer = new NewerText(this, {
    api: () => this.api,
    saver: this.#saver,
    busy: () => !isAtRest(this.#notebook.state),
    writing: () => isWriting(this.renderRoot),
    take: (file) => this.#take(file),
    defer: () =>
      this.#notice.say(
        "The file has changed: its text is taken when you close the editor",
      ),
  });
  readonly #actions = new NotebookActions(this, this.#notebook);
  readonly #place = new Place(this, (name) => this.#actions.showNamed(name));
  readonly #sight = new BlockInSight(this, () => this.#notebook.state);
  readonly #values = new ProseValues(this, {
    engine: () => this.engine,
    state: () => this.#notebook.state,
  });

  constructor() {
    super();
    const [actions, notebook] = [this.#actions, this.#notebook];
    const say = (text: string) => this.#notice.say(text);
    new PageKeys(this, keyActions(this, { actions, notebook, say }));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { file, api, runtime } = this;
    if (changed.has("datasets")) this.#dataChanged(changed.get("datasets"));
    const fresh = changed.has("file") && file !== null;
    if (fresh && api !== null) this.#saver.open(api, file);
    if (runtime === null || file === null) return;
    if (fresh || this.#opened !== runtime) this.#open(runtime, { file, fresh });
  }

  /** The tab is called as the notebook is, also when its title changes. */
  protected override updated(): void {
    const title = this.#notebook.state?.notebook.title;
    if (title === undefined || this.file === null) return;
    document.title = tabTitle(titleOf({ name: this.file.name, title }));
  }

  override render(): unknown {
    const { text } = this.#notice;
    const state = this.#notebook.state;
    return html`
      ${this.#top(state)} ${deletedNotice(this.#saver)}
      <div class="layout" @pivotbook-pivot=${this.#actions.pivot}
        @pivotbook-window=${this.#actions.window}
        @pivotbook-command=${this.#actions.command}
        @pivotbook-select=${this.#select} @pivotbook-goto=${this.#goto}
        @pivotbook-import=${this.#import}
        @pivotbook-notice=${this.#tell}
        @pivotbook-evidence=${() => this.#panels.open("evidence")}
        @pivotbook-closed=${this.#closed}
        @click=${this.#place.click}>${this.#columns(state)}</div>
      <div class="visually-hidden" role="status"
        aria-live="polite">${state ? progressText(state) : ""} ${saveNews(
          this.#saver.status,
        )} ${text}</div>
      ${text ? html`<div class="toast" aria-hidden="true">${text}</div>` : ""}
      ${this.#dialogs()}
    `;
  }

  /** Puts the cursor into the search bar. */
  focusSearch(): void {
    this.search?.focus();
  }

  /** Brings a block into sight. */
  show(id: string): void {
    this.current = id;
    this.#panels.close();
    void this.#sight.show(id);
  }

  /** Opens the notebook on an engine: a file that is new here, or what is on the screen after a crash. */
  #open(
    runtime: Runtime,
    { file, fresh }: { file: NotebookFile; fresh: boolean },
  ): void {
    const text = fresh ? file.text : this.#notebook.text || file.text;
    const first = fresh || this.#opened === null;
    this.#opened = runtime;
    this.#notebook.open(runtime.openSession(text, {
      datasets: () => this.datasets,
      drawn: () => this.#notebook.drawn(),
      ...(fresh && this.searched ? { opening: "it was searched for" } : {}),
    }));
    this.#actions.opened();
    if (first) this.#place.follow();
  }

  /** Tells the session which datasets have another snapshot than before, or are gone. */
  #dataChanged(former: readonly DatasetView[] = []): void {
    if (this.#notebook.state === null) return;
    const names = changedDatasets(former, this.datasets);
    for (const name of names) {
      this.#notebook.dispatch({ type: "dataset-changed", name });
    }
    const gone = removedDatasets(former, this.datasets);
    for (const name of gone) {
      this.#notebook.dispatch({ type: "dataset-removed", name });
    }
    const news = [
      ...names.length > 0 ? [`New data in ${names.join(", ")}`] : [],
      ...gone.length > 0 ? [`No longer there: ${gone.join(", ")}`] : [],
    ];
    if (news.length > 0) this.#notice.say(news.join(". "));
  }

  #top(state: SessionState | null): unknown {
    const opener = (panel: SidePanel) =>
      this.#panels.hasColumn(panel) ? null : () => this.#panels.open(panel);
    return notebookTop(state, {
      investigate: ({ detail }) => {
        if (this.#actions.investigate(detail)) this.search?.clear();
      },
      run: this.#actions.runAll,
      stop: this.#actions.stopAll,
      save: saveState(this.#saver.status, {
        reason: this.#saver.reason,
        again: this.#saver.again,
      }),
      keys: () => this.keysOpen = true,
      outline: opener("outline"),
      evidence: opener("evidence"),
    });
  }

  #columns(state: SessionState | null): unknown {
    return notebookColumns(this.#panels, {
      outline: html`
        <pivotbook-outline .state=${state} .current=${this.current}
          .datasets=${pinned(state, this.datasets)}></pivotbook-outline>
      `,
      work: state === null
        ? notebookWaiting(
          this.file === null ? "Opening the notebook" : "Starting the engine",
        )
        : this.#work(state),
      evidence: html`
        <pivotbook-evidence-panel .selected=${this.selected}
          .state=${state}></pivotbook-evidence-panel>
      `,
    });
  }

  #work(state: SessionState): unknown {
    const { current, editing, datasets } = this;
    return notebookWork({
      state,
      current,
      editing,
      datasets,
      name: this.file?.name ?? "",
      values: this.#values.known,
      touch: (id) => this.current = id,
    });
  }

  #dialogs(): unknown {
    return notebookDialogs({
      keysOpen: this.keysOpen,
      keysClosed: () => this.keysOpen = false,
      targets: this.targets,
      saver: this.#saver,
      load: (text) => this.#load(text),
      lookAt: this.#actions.lookAt,
    });
  }

  /** Goes on from a text that another wrote, which can be undone as any change. */
  #load(text: string): void {
    this.#notebook.change({ type: "load", text });
    this.#notebook.dispatch({ type: "saved", text });
  }

  /** A notebook that was made again may have another name. */
  #saved(file: NotebookFile): void {
    this.#notebook.dispatch({ type: "saved", text: file.text });
    if (file.name !== this.file?.name) this.dispatchEvent(new MovedEvent(file));
  }

  #take(file: NotebookFile): void {
    if (this.api === null) return;
    this.#saver.open(this.api, file);
    this.#load(file.text);
    this.#notice.say("Updated from the file");
  }

  #goto({ detail }: CustomEvent<string>): void {
    this.show(detail);
    const blocks = this.#notebook.state?.notebook.blocks ?? [];
    const block = blocks.find(({ id }) => id === detail);
    if (block) this.#place.name(anchorOf(block));
  }

  #import(): void {
    this.#panels.close();
    this.importDialog?.show();
  }

  /** What was not taken while an editor was open can be now. */
  #closed(): void {
    this.editing = null;
    void this.updateComplete.then(this.#newer.look);
  }

  #select({ detail }: SelectEvent): void {
    this.selected = detail;
  }

  #tell({ detail }: NoticeEvent): void {
    this.#notice.say(detail);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-notebook-page": NotebookPage;
  }
}

import type { SessionState } from "@pivotbook/cells";
import { consume } from "@lit/context";
import type { DatasetView } from "@pivotbook/data";
import { html, LitElement } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Api } from "../api.ts";
import type { NotebookFile } from "../api_types.ts";
import { apiContext, datasetsContext } from "../contexts.ts";
import { BlockInSight } from "../controllers/block_in_sight.ts";
import { NotebookActions } from "../controllers/notebook_actions.ts";
import { Notice } from "../controllers/notice.ts";
import { PageKeys } from "../controllers/page_keys.ts";
import { Place } from "../controllers/place.ts";
import { ProseValues } from "../controllers/prose_values.ts";
import { ProvidedSession } from "../controllers/provided_session.ts";
import { SavedNotebook } from "../controllers/saved_notebook.ts";
import { type SidePanel, SidePanels } from "../controllers/side_panels.ts";
import {
  MovedEvent,
  type NoticeEvent,
  type SelectedRow,
  type SelectEvent,
} from "../events.ts";
import "../evidence/evidence_panel.ts";
import type { ImportDialog } from "../imports/import_dialog.ts";
import { notebookColumns } from "./columns.ts";
import { notebookDialogs } from "./dialogs.ts";
import { keyActions } from "./key_actions.ts";
import { notebookWaiting, notebookWork, pinned } from "./work.ts";
import { tabTitle, titleOf } from "./title.ts";
import { notebookTop } from "./top.ts";
import "../outline/outline.ts";
import { anchorOf } from "../outline/sections.ts";
import { progressText } from "./progress_text.ts";
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

  readonly #panels = new SidePanels(this);
  readonly #notice = new Notice(this);
  readonly #provided = new ProvidedSession(this);
  readonly #saved = new SavedNotebook(this, {
    say: (text) => this.#notice.say(text),
    session: (session) => this.#provided.set(session),
    opened: (first) => {
      this.#actions.opened();
      if (first) this.#place.follow();
    },
    moved: (file) => this.dispatchEvent(new MovedEvent(file)),
  });
  readonly #notebook = this.#saved.open;
  readonly #actions = new NotebookActions(this, this.#notebook);
  readonly #place = new Place(this, (name) => this.#actions.showNamed(name));
  readonly #sight = new BlockInSight(this, () => this.#notebook.state);
  readonly #values = new ProseValues(this, {
    engine: () => this.#notebook.engine,
    state: () => this.#notebook.state,
  });

  constructor() {
    super();
    const [actions, notebook] = [this.#actions, this.#notebook];
    const say = (text: string) => this.#notice.say(text);
    new PageKeys(this, keyActions(this, { actions, notebook, say }));
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
      ${this.#top(state)} ${deletedNotice(this.#saved.saver)}
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
          this.#saved.saver.status,
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

  #top(state: SessionState | null): unknown {
    const opener = (panel: SidePanel) =>
      this.#panels.hasColumn(panel) ? null : () => this.#panels.open(panel);
    return notebookTop(state, {
      investigate: ({ detail }) => {
        if (this.#actions.investigate(detail)) this.search?.clear();
      },
      run: this.#actions.runAll,
      stop: this.#actions.stopAll,
      save: saveState(this.#saved.saver.status, {
        reason: this.#saved.saver.reason,
        again: this.#saved.saver.again,
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
      saver: this.#saved.saver,
      load: (text) => this.#saved.load(text),
      lookAt: this.#actions.lookAt,
    });
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
    void this.updateComplete.then(this.#saved.look);
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

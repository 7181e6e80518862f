import type { SessionState } from "@pivotbook/cells";
import { consume } from "@lit/context";
import type { DatasetView, Engine } from "@pivotbook/data";
import { html, LitElement, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Api } from "./api.ts";
import type { NotebookFile } from "./api_types.ts";
import { completionsOf } from "./completions.ts";
import "./conflict_dialog.ts";
import { apiContext, datasetsContext, engineContext } from "./contexts.ts";
import { Media } from "./controllers/media.ts";
import { NotebookActions } from "./controllers/notebook_actions.ts";
import { OpenNotebook } from "./controllers/open_notebook.ts";
import { Saver } from "./controllers/saver.ts";
import { Stay } from "./controllers/stay.ts";
import { Task } from "./controllers/task.ts";
import type { NoticeEvent, SelectedRow, SelectEvent } from "./events.ts";
import "./evidence_panel.ts";
import "./import_dialog.ts";
import { changedDatasets } from "./imports/changed_datasets.ts";
import type { ImportDialog } from "./import_dialog.ts";
import { notebookBlocks } from "./notebook_blocks.ts";
import { notebookHeader } from "./notebook_header.ts";
import { notebookTop } from "./notebook_top.ts";
import { pageKey } from "./notebook_keys.ts";
import "./outline.ts";
import { anchorOf } from "./outline/items.ts";
import { readValues, valueNames } from "./prose/values.ts";
import { progressText } from "./progress_text.ts";
import type { Runtime } from "./runtime.ts";
import "./search_bar.ts";
import type { SearchBar } from "./search_bar.ts";
import "./shortcuts_dialog.ts";
import { base } from "./styles/base.ts";
import { notebookPageStyles } from "./styles/notebook_page.ts";
import "./theme_toggle.ts";

const NO_VALUES: ReadonlyMap<string, string> = new Map();

/**
 * An open notebook: outline at the left, the work in the middle, evidence at the right.
 *
 * @summary Notebook page
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
  /** Names of the datasets that files can be imported into, newest first. */
  @property({ attribute: false })
  accessor targets: readonly string[] = [];

  @state()
  accessor selected: SelectedRow | null = null;
  @state()
  accessor current: string | null = null;
  @state()
  accessor editing: string | null = null;
  @state()
  accessor notice: string = "";
  @state()
  accessor drawer: "outline" | "evidence" | null = null;
  @state()
  accessor keysOpen: boolean = false;
  @query("pivotbook-import-dialog")
  accessor importDialog: ImportDialog | null = null;
  @query("pivotbook-search-bar")
  accessor search: SearchBar | null = null;

  #opened: Runtime | null = null;
  #noticeTimer: ReturnType<typeof setTimeout> | undefined = undefined;
  readonly #wide = new Media(this, "(min-width: 1181px)");
  readonly #medium = new Media(this, "(min-width: 821px)");
  readonly #saver = new Saver(
    this,
    ({ text }) => this.#notebook.dispatch({ type: "saved", text }),
  );
  readonly #notebook = new OpenNotebook(
    this,
    () => this.#saver.change(this.#notebook.text),
  );
  readonly #actions = new NotebookActions(this, this.#notebook);
  readonly #stay = new Stay(this, () => this.#isAtRest);
  readonly #values = new Task(this, {
    patient: true,
    args: () => {
      const state = this.#notebook.state;
      if (state === null || this.engine === null) return null;
      const runs = Object.values(state.cells).map((cell) =>
        `${cell.name} ${cell.version} ${cell.status}`
      );
      return [this.engine, valueNames(state).join(" "), runs.join()] as const;
    },
    run: ([engine, names], signal) =>
      readValues(engine, names.split(" ").filter(Boolean), { signal }),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("keydown", this.#key);
    addEventListener("beforeunload", this.#leave);
    addEventListener("hashchange", this.#followHash);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#key);
    removeEventListener("beforeunload", this.#leave);
    removeEventListener("hashchange", this.#followHash);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { file, api, runtime } = this;
    if (changed.has("datasets")) this.#dataChanged(changed.get("datasets"));
    const fresh = changed.has("file") && file !== null;
    if (fresh && api !== null) this.#saver.open(api, file);
    if (runtime === null || file === null) return;
    if (!fresh && this.#opened === runtime) return;
    const text = fresh ? file.text : this.#notebook.text || file.text;
    const first = fresh || this.#opened === null;
    this.#opened = runtime;
    this.#notebook.open(runtime.openSession(text, () => this.datasets));
    this.#actions.opened();
    if (first) this.#followHash();
    document.title = `${
      this.#notebook.state?.notebook.title || file.name
    } · Pivotbook`;
  }

  /** Tells the session which datasets have another snapshot than before. */
  #dataChanged(former: readonly DatasetView[] = []): void {
    if (this.#notebook.state === null) return;
    const names = changedDatasets(former, this.datasets);
    if (names.length === 0) return;
    for (const name of names) {
      this.#notebook.dispatch({ type: "dataset-changed", name });
    }
    this.#say(`New data in ${names.join(", ")}`);
  }

  /** Puts the cursor into the search bar. */
  focusSearch(): void {
    this.search?.focus();
  }

  override render(): unknown {
    const state = this.#notebook.state;
    return html`
      ${this.#top(state)}
            <div class="layout" @pivotbook-pivot=${this.#actions.pivot}
        @pivotbook-select=${this.#select} @pivotbook-window=${this.#actions
          .window}
        @pivotbook-command=${this.#actions.command} @pivotbook-goto=${this
          .#goto}
        @pivotbook-import=${() =>
          this.importDialog?.show()} @pivotbook-notice=${this.#tell}
        @pivotbook-evidence=${() => this.drawer = "evidence"}
        @pivotbook-closed=${() => this.editing = null}
        @click=${this.#anchor}>
              ${this.#medium.matches
                ? html`<div class="left">${this.#outline(state)}</div>`
                : ""}
              <main>${state ? this.#work(state) : this.#waiting()}</main>
              ${this.#wide.matches
                ? html`<aside aria-label="Evidence">${
                  this.#evidence(state)
                }</aside>`
                : ""}
              ${this.#drawers(state)}
            </div>
            <div class="visually-hidden" role="status"
        aria-live="polite">${state ? progressText(state) : ""} ${this
          .notice}</div>
            ${this.notice
              ? html`<div class="toast" aria-hidden="true">${this.notice}</div>`
              : ""}
            <pivotbook-shortcuts-dialog ?open=${this.keysOpen}
        @wa-after-hide=${() =>
          this.keysOpen = false}></pivotbook-shortcuts-dialog>
            <pivotbook-import-dialog .datasets=${this
              .targets}></pivotbook-import-dialog>
            <pivotbook-conflict-dialog ?open=${this.#saver.status ===
              "conflict"} .mine=${this.#saver.mine}
        .theirs=${this.#saver.theirs?.text ?? ""} @pivotbook-keep-mine=${() =>
          this.#saver.keepMine()}
        @pivotbook-take-theirs=${this.#takeTheirs}></pivotbook-conflict-dialog>
    `;
  }

  #top(state: SessionState | null): unknown {
    return notebookTop(state, {
      investigate: ({ detail }) => {
        if (this.#actions.investigate(detail)) this.search?.clear();
      },
      run: this.#actions.runAll,
      stop: this.#actions.stopAll,
      keys: () => this.keysOpen = true,
      outline: this.#medium.matches ? null : () => this.drawer = "outline",
      evidence: this.#wide.matches ? null : () => this.drawer = "evidence",
    });
  }

  #outline(state: SessionState | null): unknown {
    return html`
      <pivotbook-outline .state=${state} .datasets=${this.#pinned}
        .current=${this.current}></pivotbook-outline>
    `;
  }

  #evidence(state: SessionState | null): unknown {
    return html`
      <pivotbook-evidence-panel .selected=${this.selected}
        .state=${state}></pivotbook-evidence-panel>
    `;
  }

  #drawers(state: SessionState | null): unknown {
    const close = () => this.drawer = null;
    return html`${
      this.#medium.matches ? "" : html`
        <wa-drawer label="Outline" placement="start" light-dismiss ?open=${this
          .drawer === "outline"}
          @wa-after-hide=${close}>${this.#outline(state)}</wa-drawer>
      `
    }${
      this.#wide.matches ? "" : html`
        <wa-drawer label="Evidence" placement="end" light-dismiss ?open=${this
          .drawer === "evidence"}
          @wa-after-hide=${close}>${this.#evidence(state)}</wa-drawer>
      `
    }`;
  }

  #waiting(): unknown {
    return html`
      <div class="waiting" aria-busy="true">
        <p>${this.file === null
          ? "Opening the notebook …"
          : "Starting the engine …"}</p>
      </div>
    `;
  }

  /** The datasets that the notebook reads. */
  get #pinned(): readonly DatasetView[] {
    const wanted = this.#notebook.state?.notebook.datasets ?? [];
    if (wanted.length === 0) return this.datasets;
    return this.datasets.filter(({ name }) => wanted.includes(name));
  }

  #work(state: SessionState): unknown {
    const name = this.file?.name ?? "";
    const { current, editing } = this;
    return html`<div>${
      notebookHeader(state.notebook, {
        name,
        datasets: this.#pinned,
        save: this.#saver.status,
      })
    }</div>${
      notebookBlocks({
        state,
        current,
        editing,
        values: this.#values.value ?? NO_VALUES,
        completions: completionsOf(state, this.datasets),
        touch: (id) => this.current = id,
      })
    }`;
  }

  #key = (event: KeyboardEvent): void => {
    const action = pageKey(event);
    if (action === null) return;
    const actions: Record<typeof action, () => void> = {
      search: () => this.focusSearch(),
      keys: () => this.keysOpen = true,
      "run-all": this.#actions.runAll,
      stop: this.#actions.stopAll,
      undo: () =>
        this.#say(this.#notebook.undo() ? "Undone" : "Nothing to undo"),
      redo: () =>
        this.#say(this.#notebook.redo() ? "Done again" : "Nothing to do again"),
      next: () => this.#actions.walk(1),
      former: () => this.#actions.walk(-1),
      run: () => this.current && this.#actions.run(this.current),
      edit: () => this.editing = this.current,
      up: () => this.current && this.#actions.move(this.current, -1),
      down: () => this.current && this.#actions.move(this.current, 1),
    };
    event.preventDefault();
    actions[action]();
  };

  /** Asks before a page is closed that holds what the server does not have. */
  #leave = (event: BeforeUnloadEvent): void => {
    if (this.#saver.status !== "saved") event.preventDefault();
  };

  /** Brings a block into sight. */
  show(id: string): void {
    this.current = id;
    this.drawer = null;
    void this.updateComplete.then(() => {
      const block = this.renderRoot.querySelector(
        `[data-id="${CSS.escape(id)}"]`,
      );
      const main = block?.closest("main") ?? null;
      if (block && main) this.#stay.at(block, main);
    });
  }

  /** Whether no cell runs or is about to. */
  get #isAtRest(): boolean {
    const cells = Object.values(this.#notebook.state?.cells ?? {});
    return cells.every(({ status }) =>
      !["idle", "stale", "queued", "running"].includes(status)
    );
  }

  /** Shows the block that the address names. */
  #followHash = (): void => {
    const name = anchorIn(location.hash);
    if (name !== "") this.#actions.showNamed(name);
  };

  /** Writes the block into the address, so that it can be passed on. */
  #nameInAddress(anchor: string): void {
    history.replaceState(history.state, "", `#${encodeURIComponent(anchor)}`);
  }

  #goto({ detail }: CustomEvent<string>): void {
    this.show(detail);
    const blocks = this.#notebook.state?.notebook.blocks ?? [];
    const block = blocks.find(({ id }) => id === detail);
    if (block) this.#nameInAddress(anchorOf(block));
  }

  /** Follows a link to a cell inside of the page. */
  #anchor(event: MouseEvent): void {
    const link = event.composedPath().find((one) =>
      one instanceof HTMLAnchorElement
    );
    const href = link?.getAttribute("href") ?? "";
    if (!href.startsWith("#") || event.defaultPrevented) return;
    event.preventDefault();
    const anchor = anchorIn(href);
    this.#actions.showNamed(anchor);
    this.#nameInAddress(anchor);
  }

  #select({ detail }: SelectEvent): void {
    this.selected = detail;
  }

  #tell({ detail }: NoticeEvent): void {
    this.#say(detail);
  }

  #say(text: string): void {
    this.notice = text;
    clearTimeout(this.#noticeTimer);
    this.#noticeTimer = setTimeout(() => this.notice = "", 2600);
  }

  #takeTheirs(): void {
    const theirs = this.#saver.takeTheirs();
    if (theirs) this.#notebook.dispatch({ type: "load", text: theirs.text });
  }
}

/** What a link names behind its hash, empty if nothing that can be read. */
function anchorIn(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-notebook-page": NotebookPage;
  }
}

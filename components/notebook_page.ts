import type { Operation, SessionState } from "@pivotbook/cells";
import { consume } from "@lit/context";
import type { DatasetView, Engine, Indicator } from "@pivotbook/data";
import { html, LitElement, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Api } from "./api.ts";
import type { NotebookFile } from "./api_types.ts";
import { movedText } from "./block_edits.ts";
import { completionsOf } from "./completions.ts";
import "./conflict_dialog.ts";
import { apiContext, datasetsContext, engineContext } from "./contexts.ts";
import { Media } from "./controllers/media.ts";
import { OpenNotebook } from "./controllers/open_notebook.ts";
import { Saver } from "./controllers/saver.ts";
import { Task } from "./controllers/task.ts";
import type {
  CommandEvent,
  NoticeEvent,
  PivotEvent,
  SelectedRow,
  SelectEvent,
  WindowEvent,
} from "./events.ts";
import "./evidence_panel.ts";
import { notebookBlocks } from "./notebook_blocks.ts";
import {
  addCopy,
  addedId,
  addInvestigation,
  type Addition,
  addPivot,
  addTemplate,
  pivotThere,
  surroundings,
} from "./notebook_commands.ts";
import { notebookHeader } from "./notebook_header.ts";
import { cellsOf, windowOperations } from "./notebook_edits.ts";
import { notebookTop } from "./notebook_top.ts";
import { pageKey } from "./notebook_keys.ts";
import "./outline.ts";
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
  @query("pivotbook-search-bar")
  accessor search: SearchBar | null = null;

  #opened: Runtime | null = null;
  /** What was asked before the notebook was open. */
  #asked: readonly Indicator[] = [];
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
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#key);
    removeEventListener("beforeunload", this.#leave);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { file, api, runtime } = this;
    const fresh = changed.has("file") && file !== null;
    if (fresh && api !== null) this.#saver.open(api, file);
    if (runtime === null || file === null) return;
    if (!fresh && this.#opened === runtime) return;
    const text = fresh ? file.text : this.#notebook.text || file.text;
    this.#opened = runtime;
    this.#notebook.open(runtime.openSession(text, this.datasets));
    if (this.#asked.length > 0) this.#investigate(this.#asked);
    document.title = `${
      this.#notebook.state?.notebook.title || file.name
    } · Pivotbook`;
  }

  /** Puts the cursor into the search bar. */
  focusSearch(): void {
    this.search?.focus();
  }

  override render(): unknown {
    const state = this.#notebook.state;
    return html`
      ${this.#top(state)}
            <div class="layout" @pivotbook-pivot=${this.#pivot}
        @pivotbook-select=${this.#select} @pivotbook-window=${this.#window}
        @pivotbook-command=${this.#command} @pivotbook-goto=${this.#goto}
        @pivotbook-notice=${this.#tell} @pivotbook-closed=${() =>
          this.editing = null}
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
            <pivotbook-conflict-dialog ?open=${this.#saver.status ===
              "conflict"} .mine=${this.#saver.mine}
        .theirs=${this.#saver.theirs?.text ?? ""} @pivotbook-keep-mine=${() =>
          this.#saver.keepMine()}
        @pivotbook-take-theirs=${this.#takeTheirs}></pivotbook-conflict-dialog>
    `;
  }

  #top(state: SessionState | null): unknown {
    return notebookTop(state, {
      investigate: ({ detail }) => this.#investigate(detail),
      run: () => this.#notebook.dispatch({ type: "run", ids: "all" }),
      stop: () => this.#notebook.dispatch({ type: "cancel", ids: "all" }),
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
      "run-all": () => this.#notebook.dispatch({ type: "run", ids: "all" }),
      stop: () => this.#notebook.dispatch({ type: "cancel", ids: "all" }),
      undo: () =>
        this.#say(this.#notebook.undo() ? "Undone" : "Nothing to undo"),
      redo: () =>
        this.#say(this.#notebook.redo() ? "Done again" : "Nothing to do again"),
      next: () => this.#walk(1),
      former: () => this.#walk(-1),
      run: () =>
        this.current &&
        this.#notebook.dispatch({ type: "run", ids: [this.current] }),
      edit: () => this.editing = this.current,
      up: () => this.current && this.#move(this.current, -1),
      down: () => this.current && this.#move(this.current, 1),
    };
    event.preventDefault();
    actions[action]();
  };

  /** Asks before a page is closed that holds what the server does not have. */
  #leave = (event: BeforeUnloadEvent): void => {
    if (this.#saver.status !== "saved") event.preventDefault();
  };

  #walk(by: 1 | -1): void {
    const cells = this.#notebook.state
      ? cellsOf(this.#notebook.state.notebook)
      : [];
    const at = cells.findIndex(({ id }) => id === this.current);
    const next = cells[Math.max(0, Math.min(cells.length - 1, at + by))];
    if (next) this.#show(next.id);
  }

  #show(id: string): void {
    this.current = id;
    this.drawer = null;
    void this.updateComplete.then(() => {
      const block = this.renderRoot.querySelector(
        `[data-id="${CSS.escape(id)}"]`,
      );
      block?.scrollIntoView({ block: "start", behavior: "smooth" });
    });
  }

  #goto({ detail }: CustomEvent<string>): void {
    this.#show(detail);
  }

  /** Follows a link to a cell inside of the page. */
  #anchor(event: MouseEvent): void {
    const link = event.composedPath().find((one) =>
      one instanceof HTMLAnchorElement
    );
    const href = link?.getAttribute("href") ?? "";
    if (!href.startsWith("#") || event.defaultPrevented) return;
    event.preventDefault();
    this.#showNamed(href.slice(1));
  }

  #showNamed(name: string): void {
    const cells = this.#notebook.state
      ? cellsOf(this.#notebook.state.notebook)
      : [];
    const cell = cells.find((one) => one.name === name || one.id === name);
    if (cell) this.#show(cell.id);
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

  #window({ detail }: WindowEvent): void {
    const state = this.#notebook.state;
    if (state === null) return;
    const operations = windowOperations(state, detail);
    if (operations.length > 0) this.#notebook.change(...operations);
  }

  /** Adds the pivot that a click asks for; one that is there already is shown. */
  #pivot({ detail }: PivotEvent): void {
    const place = surroundings(this.#notebook.state, this.datasets);
    if (place === null) return;
    const there = pivotThere(place, detail);
    if (there) this.#show(there.id);
    else this.#add(addPivot(place, detail));
  }

  #investigate(indicators: readonly Indicator[]): void {
    const place = surroundings(this.#notebook.state, this.datasets);
    this.#asked = place === null ? indicators : [];
    if (place === null || indicators.length === 0) return;
    this.#add(addInvestigation(place, indicators));
    this.search?.clear();
  }

  /** Takes the text with an addition and shows it; gives its id. */
  #add(addition: Addition): string | null {
    const before = this.#notebook.state?.notebook;
    this.#notebook.change({ type: "load", text: addition.text });
    const after = this.#notebook.state?.notebook;
    const id = before && after ? addedId(before, after, addition) : null;
    if (id !== null) this.#show(id);
    return id;
  }

  #command({ detail: { id, command } }: CommandEvent): void {
    const notebook = this.#notebook.state?.notebook;
    if (notebook === undefined) return;
    const one: Partial<Record<typeof command.type, () => void>> = {
      run: () => this.#notebook.dispatch({ type: "run", ids: [id] }),
      stop: () => this.#notebook.dispatch({ type: "cancel", ids: [id] }),
      remove: () => this.#notebook.change({ type: "remove", id }),
      edit: () => command.type === "edit" && this.#edit(id, command),
      move: () => command.type === "move" && this.#move(id, command.by),
      duplicate: () => this.#duplicate(id),
      insert: () => command.type === "insert" && this.#insert(id, command.raw),
    };
    one[command.type]?.();
  }

  #edit(id: string, { raw, run }: { raw: string; run: boolean }): void {
    if (this.editing === id) this.editing = null;
    const operations: Operation[] = [{ type: "edit", id, raw }];
    this.#notebook.change(...operations);
    if (run) this.#notebook.dispatch({ type: "run", ids: [id] });
  }

  #move(id: string, by: -1 | 1): void {
    const notebook = this.#notebook.state?.notebook;
    if (notebook === undefined) return;
    const name = cellsOf(notebook).find((cell) => cell.id === id)?.name ?? id;
    this.#notebook.change({
      type: "load",
      text: movedText(notebook, { id, by }),
    });
    this.#showNamed(name);
  }

  #duplicate(id: string): void {
    const place = surroundings(this.#notebook.state, this.datasets);
    const cell = place && cellsOf(place.notebook).find((one) => one.id === id);
    if (place && cell) this.#add(addCopy(place, cell));
  }

  /** Puts a new block after another and opens its editor. */
  #insert(after: string, template: string): void {
    const place = surroundings(this.#notebook.state, this.datasets);
    if (place === null) return;
    this.editing = this.#add(
      addTemplate(place, { after: after || null, template }),
    );
  }

  #takeTheirs(): void {
    const theirs = this.#saver.takeTheirs();
    if (theirs) this.#notebook.dispatch({ type: "load", text: theirs.text });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-notebook-page": NotebookPage;
  }
}

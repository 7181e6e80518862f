import { consume } from "@lit/context";
import { type ErrorReport, reportOf } from "@pivotbook/data";
import { html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Api } from "../api.ts";
import type { NotebookSummary } from "../api_types.ts";
import { apiContext } from "../contexts.ts";
import { pageKey } from "../notebook/keys.ts";
import { base } from "../styles/base.ts";
import { listStyles } from "../styles/list.ts";
import { titleOf } from "../notebook/title.ts";
import { copyNotebook, renameNotebook } from "./notebook_edits.ts";
import { filterNotebooks, MANY } from "./notebook_filter.ts";
import { type NotebookAct, notebookRow, titleRow } from "./notebook_row.ts";

/** A notebook that was deleted, and how to put it back. */
interface Removed {
  readonly name: string;
  readonly at: string;
  readonly title: string;
}

/**
 * The notebooks of the start page: opened, renamed, duplicated, deleted and put back.
 *
 * @summary List of notebooks
 * @fires pivotbook-notebooks-changed - The list is to be fetched again
 */
@customElement("pivotbook-notebook-list")
export class NotebookList extends LitElement {
  static override styles = [base, listStyles];

  @consume({ context: apiContext, subscribe: true })
  @property({ attribute: false })
  accessor api: Api | null = null;
  @property({ attribute: false })
  accessor notebooks: readonly NotebookSummary[] = [];
  @state()
  accessor filter: string = "";
  /** Name of the notebook that gets another title. */
  @state()
  accessor renaming: string | null = null;
  @state()
  accessor removed: Removed | null = null;
  @state()
  accessor trouble: ErrorReport | null = null;

  /** What gets the keyboard once it is drawn, as a selector. */
  #next: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("keydown", this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#key);
  }

  protected override updated(): void {
    const target = this.#next === null
      ? null
      : this.renderRoot.querySelector<HTMLElement>(this.#next);
    if (target === null) return;
    this.#next = null;
    target.focus();
    if (target instanceof HTMLInputElement) target.select();
  }

  override render(): unknown {
    const { notebooks, filter, trouble } = this;
    const found = filterNotebooks(notebooks, filter);
    return html`${notebooks.length >= MANY ? this.#field(found.length) : ""}
      <div role="status">${this.#undoOffer()}</div>
      ${
      trouble
        ? html`<p class="notice failed" role="alert">${trouble.message}${
          trouble.remedy ? `. ${trouble.remedy}` : ""
        }.</p>`
        : ""
    }
      ${
      found.length === 0
        ? html`<p class="notice">${nothing(filter)}</p>`
        : html`<ul class="list">${
          repeat(found, ({ name }) => name, (one) => this.#row(one))
        }</ul>`
    }`;
  }

  #field(found: number): unknown {
    const all = this.notebooks.length;
    return html`
      <div class="filter"><input type="search" aria-label="Filter notebooks"
          placeholder="Filter by title, dataset or indicator" spellcheck="false"
          .value=${this.filter} @input=${this.#filter}><span
          class="muted">${found === all
            ? all
            : `${found} of ${all}`}</span></div>
    `;
  }

  #filter({ target }: Event): void {
    this.#next = null;
    this.filter = (target as HTMLInputElement).value;
  }

  #undoOffer(): unknown {
    const { removed } = this;
    return removed === null ? "" : html`
      <p class="notice removed"><span>Deleted “${removed.title}”.</span><button
          class="button" @click=${this
            .#undo}>Undo <kbd>Ctrl Z</kbd></button></p>
    `;
  }

  #row(notebook: NotebookSummary): unknown {
    const { name } = notebook;
    if (name !== this.renaming) {
      return notebookRow(notebook, (act) => this.#act(act, notebook));
    }
    return titleRow(notebook, {
      accept: (title) => void this.#rename(name, title),
      leave: () => this.#leave(name),
    });
  }

  #act(act: NotebookAct, notebook: NotebookSummary): void {
    const acts: Readonly<Record<NotebookAct, () => void>> = {
      rename: () => {
        this.renaming = notebook.name;
        this.#next = "input[name=title]";
      },
      copy: () => void this.#copy(notebook),
      remove: () => void this.#remove(notebook),
    };
    acts[act]();
  }

  #leave(name: string): void {
    this.renaming = null;
    this.#next = linkTo(name);
  }

  async #rename(name: string, title: string): Promise<void> {
    await this.#do((api) => renameNotebook(api, { name, title }));
    this.#leave(name);
  }

  async #copy(notebook: NotebookSummary): Promise<void> {
    const file = await this.#do((api) => copyNotebook(api, notebook));
    if (file) this.#next = linkTo(file.name);
  }

  async #remove(notebook: NotebookSummary): Promise<void> {
    const gone = await this.#do((api) => api.removeNotebook(notebook.name));
    if (!gone) return;
    this.removed = { ...gone, title: titleOf(notebook) };
    this.#next = ".removed button";
  }

  async #undo(): Promise<void> {
    const { removed } = this;
    if (removed === null) return;
    this.removed = null;
    const file = await this.#do((api) => api.restoreNotebook(removed));
    if (file) this.#next = linkTo(file.name);
    else this.removed = removed;
  }

  /** Does something with the server and has the list fetched again; what went wrong is shown. */
  async #do<Result>(
    work: (api: Api) => Promise<Result>,
  ): Promise<Result | undefined> {
    if (this.api === null) return undefined;
    this.trouble = null;
    try {
      return await work(this.api);
    } catch (error) {
      this.trouble = reportOf(error);
      return undefined;
    } finally {
      this.dispatchEvent(
        new CustomEvent("pivotbook-notebooks-changed", {
          bubbles: true,
          composed: true,
        }),
      );
    }
  }

  #key = (event: KeyboardEvent): void => {
    if (pageKey(event) !== "undo" || this.removed === null) return;
    event.preventDefault();
    void this.#undo();
  };
}

function linkTo(name: string): string {
  return `a[data-name="${CSS.escape(name)}"]`;
}

function nothing(filter: string): string {
  return filter.trim() === ""
    ? "No notebook yet. Paste an indicator above: its investigation becomes the first."
    : `No notebook has “${filter.trim()}” in its title, datasets or indicators.`;
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-notebook-list": NotebookList;
  }
}

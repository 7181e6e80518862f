import { consume } from "@lit/context";
import { html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Api } from "../api.ts";
import type { NotebookSummary } from "../api_types.ts";
import { apiContext } from "../contexts.ts";
import { pageKey } from "../notebook/keys.ts";
import { base } from "../styles/base.ts";
import { listStyles } from "../styles/list.ts";
import { NotebookChanges } from "./notebook_changes.ts";
import { filterNotebooks, MANY } from "./notebook_filter.ts";
import { type NotebookAct, notebookRow, titleRow } from "./notebook_row.ts";

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

  /** What gets the keyboard once it is drawn, as a selector. */
  #next: string | null = null;
  readonly #changes = new NotebookChanges(this, {
    api: () => this.api,
    changed: () => this.#changed(),
  });

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
    const { notebooks, filter } = this;
    const { trouble } = this.#changes;
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
    const { deleted } = this.#changes;
    const last = deleted.at(-1);
    const more = deleted.length - 1;
    return last === undefined ? "" : html`
      <p class="notice removed"><span>Deleted “${last.title}”${more > 0
        ? `, and ${more} before it`
        : ""}.</span><button
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

  /** A title that was refused stays where it is typed. */
  async #rename(name: string, title: string): Promise<void> {
    const done = await this.#changes.rename(name, title);
    if (done !== null && this.renaming === name) this.#leave(name);
  }

  async #copy(notebook: NotebookSummary): Promise<void> {
    this.#focusRow(await this.#changes.copy(notebook));
  }

  async #remove(notebook: NotebookSummary): Promise<void> {
    const name = await this.#changes.remove(notebook);
    if (name !== null) this.#focus(".removed button");
  }

  async #undo(): Promise<void> {
    this.#focusRow(await this.#changes.undo());
  }

  #focusRow(name: string | null): void {
    if (name !== null) this.#focus(linkTo(name));
  }

  #focus(selector: string): void {
    this.#next = selector;
    this.requestUpdate();
  }

  #changed(): void {
    this.dispatchEvent(
      new CustomEvent("pivotbook-notebooks-changed", {
        bubbles: true,
        composed: true,
      }),
    );
  }

  #key = (event: KeyboardEvent): void => {
    const { deleted } = this.#changes;
    if (pageKey(event) !== "undo" || deleted.length === 0) return;
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

import { consume } from "@lit/context";
import { html, LitElement } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { countsContext } from "../contexts.ts";
import { Task } from "../controllers/task.ts";
import { icon } from "../icons.ts";
import type { RowCounts } from "../row_counts.ts";
import type { NotebookSummary } from "../api_types.ts";
import { type Known, notebooksWith } from "./notebooks_with.ts";
import { knownView, LISTED, readingView } from "./reading_view.ts";
import { readSearch, type SearchReading } from "./search_reading.ts";
import { base } from "../styles/base.ts";
import { searchBarStyles } from "../styles/search_bar.ts";

const NO_ROWS: ReadonlyMap<string, number> = new Map();

/**
 * The question: what is typed or pasted is read at once, Enter investigates it.
 *
 * @summary Search bar
 * @fires pivotbook-investigate - The indicators, as `detail`
 */
@customElement("pivotbook-search-bar")
export class SearchBar extends LitElement {
  static override styles = [base, searchBarStyles];

  @consume({ context: countsContext, subscribe: true })
  @property({ attribute: false })
  accessor counts: RowCounts | null = null;
  @property({ type: Boolean, reflect: true })
  accessor large: boolean = false;
  @property({ type: Boolean })
  accessor busy: boolean = false;
  /** Notebooks that may look into what is asked for already. */
  @property({ attribute: false })
  accessor notebooks: readonly NotebookSummary[] = [];
  @property()
  accessor value: string = "";
  @state()
  accessor focused: boolean = false;
  @query("input")
  accessor input: HTMLInputElement | null = null;

  readonly #rows = new Task(this, {
    args: () => this.counts ? [this.counts, this.value] as const : null,
    run: async ([counts, text]) => {
      const found = readSearch(text).found.slice(0, LISTED);
      const rows = await Promise.all(found.map((one) => counts.rows(one)));
      return new Map(
        found.map(({ value }, index) => [value, rows[index] ?? 0]),
      );
    },
  });

  override focus(): void {
    this.input?.focus();
    this.input?.select();
  }

  /** Empties the bar and gives the keyboard back to the page. */
  clear(): void {
    this.value = "";
    this.input?.blur();
  }

  override render(): unknown {
    const reading = readSearch(this.value);
    const known = notebooksWith(reading.found, this.notebooks);
    const anew = known.length > 0 ? "Investigate anew" : "Investigate";
    return html`<form role="search" @submit=${this.#submit}>
      ${icon("search")}
      <input type="search" aria-label="Search" aria-describedby="seen" spellcheck="false" autocomplete="off" placeholder="Paste anything: an address, a domain, a hash, a whole report" .value=${this.value} @input=${this.#input} @paste=${this.#paste} @keydown=${this.#key} @focus=${() =>
      this.focused = true} @blur=${() => this.focused = false}>
      <kbd aria-hidden="true">/</kbd>
      <button class="button primary submit" ?disabled=${this.busy}>${
      this.busy ? "Opening …" : anew
    }</button>
    </form>${this.#seen(reading, known)}`;
  }

  #seen(reading: SearchReading, known: readonly Known[]): unknown {
    const { large } = this;
    const idle = this.value.trim() === "" || (!large && !this.focused);
    const text = idle
      ? ""
      : [readingView(reading, this.#rows.value ?? NO_ROWS), knownView(known)];
    return html`
      <div id="seen" class="seen ${large || idle ? "large" : ""}"
        ?hidden=${idle && !large} aria-live="polite">${text}</div>
    `;
  }

  #input(): void {
    this.value = this.input?.value ?? "";
  }

  /** A field of one line drops line ends, which would join the words around them. */
  #paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const { input } = this;
    if (!/[\r\n]/.test(text) || input === null) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = input;
    input.setRangeText(
      text.replaceAll(/[\r\n]+/g, " "),
      selectionStart ?? 0,
      selectionEnd ?? input.value.length,
      "end",
    );
    this.#input();
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Escape") this.input?.blur();
    if (event.key !== "Enter") return;
    event.preventDefault();
    this.#investigate();
  }

  #submit(event: Event): void {
    event.preventDefault();
    this.#investigate();
  }

  #investigate(): void {
    const detail = readSearch(this.value).found;
    if (detail.length === 0 || this.busy) return;
    this.dispatchEvent(
      new CustomEvent("pivotbook-investigate", {
        detail,
        bubbles: true,
        composed: true,
      }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-search-bar": SearchBar;
  }
}

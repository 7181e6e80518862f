import type { Indicator } from "@pivotbook/data";
import { consume } from "@lit/context";
import { css, html, LitElement } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { countsContext } from "../contexts.ts";
import { Task } from "../controllers/task.ts";
import { counted, formatCount } from "../format.ts";
import { icon } from "../icons.ts";
import { shown, typeName } from "../indicator/indicator_text.ts";
import type { RowCounts } from "../row_counts.ts";
import { readSearch, type SearchReading } from "./search_reading.ts";
import { base } from "../styles/base.ts";

/** Most indicators that are listed below the bar. */
const LISTED = 8;

/**
 * The question: what is typed or pasted is read at once, Enter investigates it.
 *
 * @summary Search bar
 * @fires pivotbook-investigate - The indicators, as `detail`
 */
@customElement("pivotbook-search-bar")
export class SearchBar extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: relative;
        min-width: 0;
      }
      form {
        display: flex;
        gap: var(--s2);
        align-items: center;
        padding: 0 var(--s3);
        height: 34px;
        max-width: 640px;
        background: var(--raised);
        border: 1px solid var(--line-strong);
        border-radius: var(--r);
      }
      form:focus-within {
        border-color: var(--accent);
        box-shadow: 0 0 0 1px var(--accent);
      }
      input {
        flex: 1;
        min-width: 0;
        border: 0;
        background: none;
        outline: none;
        padding: 0;
        height: 32px;
        appearance: none;
        text-overflow: ellipsis;
      }
      input:focus-visible {
        outline: none;
      }
      input::-webkit-search-cancel-button {
        display: none;
      }
      input::placeholder {
        color: var(--faint);
        opacity: 1;
        text-overflow: ellipsis;
      }
      .submit {
        display: none;
        height: 32px;
        padding: 0 14px;
      }
      .icon {
        color: var(--faint);
      }
      .seen {
        display: flex;
        flex-wrap: wrap;
        gap: 6px var(--s4);
        color: var(--muted);
        font-size: 13px;
        min-height: 20px;
      }
      .seen b {
        color: var(--text);
        font-weight: 500;
      }
      .seen code {
        color: var(--text);
      }
      .seen code.muted {
        color: var(--muted);
      }
      .seen:not(.large) {
        position: absolute;
        top: 40px;
        left: 0;
        z-index: 20;
        max-width: 640px;
        background: var(--surface);
        border: 1px solid var(--line-strong);
        border-radius: var(--r);
        box-shadow: var(--shadow);
        padding: var(--s3);
      }
      :host([large]) form {
        max-width: none;
        height: auto;
        align-items: flex-start;
        padding: 14px var(--s4);
        gap: var(--s3);
        border-radius: 10px;
        background: var(--surface);
        box-shadow: var(--shadow);
      }
      :host([large]) form:focus-within {
        box-shadow: 0 0 0 1px var(--accent);
      }
      :host([large]) input {
        font: 17px/26px var(--mono);
        font-variant-ligatures: none;
      }
      :host([large]) .submit {
        display: inline-flex;
      }
      :host([large]) kbd,
      :host([large]) .icon {
        display: none;
      }
      .seen.large {
        padding: var(--s3) var(--s4) 0;
      }
    `,
  ];

  @consume({ context: countsContext, subscribe: true })
  @property({ attribute: false })
  accessor counts: RowCounts | null = null;
  @property({ type: Boolean, reflect: true })
  accessor large: boolean = false;
  @property({ type: Boolean })
  accessor busy: boolean = false;
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
    return html`<form role="search" @submit=${this.#submit}>
      ${icon("search")}
      <input type="search" aria-label="Search" aria-describedby="seen" spellcheck="false" autocomplete="off" placeholder="Paste anything: an address, a domain, a hash, a whole report" .value=${this.value} @input=${this.#input} @paste=${this.#paste} @keydown=${this.#key} @focus=${() =>
      this.focused = true} @blur=${() => this.focused = false}>
      <kbd aria-hidden="true">/</kbd>
      <button class="button primary submit" ?disabled=${this.busy}>${
      this.busy ? "Opening …" : "Investigate"
    }</button>
    </form>${this.#seen()}`;
  }

  #seen(): unknown {
    const reading = readSearch(this.value);
    const { found } = reading;
    const idle = this.value.trim() === "" || (!this.large && !this.focused);
    if (idle) {
      return html`<div id="seen" class="seen large" ?hidden=${!this
        .large} aria-live="polite"></div>`;
    }
    return html`
      <div id="seen" class="seen ${this.large ? "large" : ""}"
        aria-live="polite">${found.length === 0
          ? html`<span>No indicator in it. An address, a domain, a URL, a hash, an AS or an e-mail address would do.</span>`
          : html`<span>${counted(found.length, "indicator")}:</span>${
            found.slice(0, LISTED).map((one) => this.#one(one))
          }${
            found.length > LISTED
              ? html`<span>and ${found.length - LISTED} more</span>`
              : ""
          }`}${remarks(reading)}</div>
    `;
  }

  #one(indicator: Indicator): unknown {
    const rows = this.#rows.value?.get(indicator.value);
    return html`<span><b>${typeName(indicator.type)}</b> <code>${
      shown(indicator)
    }</code>${
      rows === undefined
        ? ""
        : ` in ${formatCount(rows)} ${rows === 1 ? "row" : "rows"}`
    }</span>`;
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

/** What was not taken as it may have been meant. */
function remarks({ leftOut, notes }: SearchReading): unknown {
  const file = (one: Indicator) =>
    html`<span>left out: <code class="muted">${
      shown(one)
    }</code>, may be a file name</span>`;
  return html`${leftOut.slice(0, LISTED).map(file)}${
    notes.map((note) => html`<span>${note}</span>`)
  }`;
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-search-bar": SearchBar;
  }
}

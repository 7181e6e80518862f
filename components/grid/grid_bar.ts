import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { EvidenceEvent } from "../events.ts";
import { counted, formatCount } from "../format.ts";
import type { GridProfile } from "./profile.ts";
import type { GridColumn, GridSource } from "./source.ts";
import { type GridView, isNarrowed, plainView } from "./view.ts";
import "./grid_facet.ts";
import { base } from "../styles/base.ts";

/** Milliseconds of rest before a filter is run. */
const REST = 160;

/**
 * Filter, values to choose from, and ways to take the rows elsewhere.
 *
 * @summary Bar above a grid
 * @fires pivotbook-view - How the reader wants to see the table
 * @fires pivotbook-columns - The columns that are all the same are wanted, or no more
 * @fires pivotbook-copy - The rows are wanted on the clipboard
 * @fires pivotbook-evidence - The evidence of the selected row is wanted, where it is not on the page
 * @fires pivotbook-download - The rows are wanted as a file
 */
@customElement("pivotbook-grid-bar")
export class GridBar extends LitElement {
  static override styles = [
    base,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2);
        align-items: center;
        padding: var(--s2) var(--s3);
        color: var(--muted);
        font-size: 12.5px;
        min-height: 46px;
      }
      input {
        border: 1px solid var(--line-strong);
        border-radius: var(--r);
        padding: 3px 8px;
        width: 180px;
        background: var(--surface);
        color: var(--text);
      }
      .grow {
        flex: 1;
      }
      .ways {
        display: flex;
        gap: var(--s2);
      }
      @media (min-width: 1181px) {
        .evidence {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false })
  accessor source: GridSource | null = null;
  @property({ attribute: false })
  accessor view: GridView = plainView;
  @property({ attribute: false })
  accessor profile: GridProfile | null = null;
  /** Rows of the view; null until they are counted. */
  @property({ attribute: false })
  accessor total: number | null = null;
  /** Columns that hold nothing but the seed. */
  @property({ attribute: false })
  accessor hiddenColumns: readonly GridColumn[] = [];
  /** Whether they are drawn all the same. */
  @property({ type: Boolean })
  accessor repeating: boolean = false;

  /** Whether a row is selected, whose evidence can be read. */
  @property({ type: Boolean })
  accessor selecting: boolean = false;

  #timer: ReturnType<typeof setTimeout> | undefined = undefined;

  override render(): unknown {
    const { source } = this;
    if (source === null) return "";
    const hint = `Filter ${counted(source.rows, "row")}`;
    return html`<div class="bar">
      <input type="search" aria-label="Filter rows" placeholder=${hint} .value=${this.view.filter} @input=${this.#filter}>
      ${this.#facets()}${this.#repeating()}<span class="grow"></span>${
      this.#narrowed(source)
    }
      <span class="ways">${
      this.selecting
        ? html`<button class="quiet evidence" @click=${() =>
          this.dispatchEvent(new EvidenceEvent())}>Evidence</button>`
        : ""
    }<button class="quiet" @click=${() =>
      this.#emit("copy")}>Copy</button><button class="quiet" @click=${() =>
      this.#emit("download")}>CSV</button></span>
    </div>`;
  }

  #facets(): unknown {
    return this.profile?.facets.map((facet) =>
      html`
        <pivotbook-grid-facet .facet=${facet} .indicator=${this.source?.columns
          .find(({ name }) => name === facet.column)?.indicator ?? null}
          .chosen=${this.view
            .chosen[facet.column] ?? []}
          @pivotbook-facet=${(event: CustomEvent<readonly string[]>) =>
            this.#narrow(facet.column, event.detail)}></pivotbook-grid-facet>
      `
    );
  }

  #repeating(): unknown {
    const columns = this.hiddenColumns;
    if (columns.length === 0) return "";
    const names = columns.map(({ title }) => title).join(", ");
    return html`
      <button class="quiet" aria-pressed=${this.repeating}
        title="${names}: the indicator itself on every row"
        @click=${() => this.#emit("columns")}>${counted(
          columns.length,
          "column",
        )} ${this.repeating ? "shown" : "hidden"}: all the same</button>
    `;
  }

  #narrowed({ rows }: GridSource): unknown {
    if (!isNarrowed(this.view)) return "";
    const all = { ...plainView, sort: this.view.sort };
    const found = this.total === null ? "…" : formatCount(this.total);
    return html`
      <span role="status">${found} of ${formatCount(
        rows,
      )}</span><button class="quiet"
        @click=${() => this.#show(all)}>Show all</button>
    `;
  }

  #filter(event: InputEvent): void {
    const filter = (event.target as HTMLInputElement).value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show({ ...this.view, filter }), REST);
  }

  #narrow(column: string, values: readonly string[]): void {
    const { [column]: _, ...others } = this.view.chosen;
    const chosen = values.length === 0
      ? others
      : { ...others, [column]: values };
    this.#show({ ...this.view, chosen });
  }

  #show(detail: GridView): void {
    this.dispatchEvent(new CustomEvent("pivotbook-view", { detail }));
  }

  #emit(what: "copy" | "download" | "columns"): void {
    this.dispatchEvent(new CustomEvent(`pivotbook-${what}`));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-grid-bar": GridBar;
  }
}

import type { Cell, CellState, Output, SessionState } from "@pivotbook/cells";
import type { DatasetView } from "@pivotbook/data";
import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { importButton } from "./import_button.ts";
import { statusDot, statusStyles } from "./cell_status.ts";
import { formatShortCount } from "./format.ts";
import { type OutlineItem, outlineOf } from "./outline/items.ts";
import { base } from "./styles/base.ts";

/**
 * The notebook as a tree of pivots with where each cell stands, and the data that it reads.
 *
 * @summary Outline of a notebook
 * @fires pivotbook-goto - Id of the block to show
 * @fires pivotbook-import - Files are to be imported
 */
@customElement("pivotbook-outline")
export class Outline extends LitElement {
  static override styles = [
    base,
    statusStyles,
    css`
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      nav > ul {
        margin-bottom: var(--s5);
      }
      ul ul {
        margin: 0 0 0 11px;
        padding-left: 9px;
        border-left: 1px solid var(--line-strong);
      }
      .item {
        display: grid;
        grid-template-columns: 8px minmax(0, 1fr) auto;
        gap: var(--s2);
        align-items: center;
        padding: 4px var(--s2);
        border-radius: var(--r);
        color: inherit;
      }
      .item:hover {
        background: var(--raised);
        text-decoration: none;
      }
      .item.current .n {
        color: var(--muted);
      }
      .item.current {
        background: var(--accent-soft);
      }
      .item > span,
      .item > code {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .n {
        color: var(--faint);
        font: 11.5px/20px var(--mono);
      }
      .import {
        margin: var(--s1, 4px) 4px 0;
        font-size: 13px;
      }
      .note {
        color: var(--muted);
        margin: 0;
      }
    `,
  ];

  @property({ attribute: false })
  accessor state: SessionState | null = null;
  @property({ attribute: false })
  accessor datasets: readonly DatasetView[] = [];
  @property()
  accessor current: string | null = null;

  override render(): unknown {
    const items = this.state ? outlineOf(this.state.notebook) : [];
    return html`
      <nav
        aria-label="Outline"><h2 class="section-title">Investigation</h2>${items
            .length === 0
          ? html`<p class="note">Nothing yet: paste an indicator into the search bar.</p>`
          : this.#list(items)}</nav>
      <section
        aria-label="Data"><h2 class="section-title">Data</h2>${this
          .#data()}</section>
    `;
  }

  #list(items: readonly OutlineItem[]): unknown {
    return html`<ul>${
      items.map((item) =>
        html`<li>${this.#item(item)}${
          item.children.length > 0 ? this.#list(item.children) : ""
        }</li>`
      )
    }</ul>`;
  }

  #item({ id, label, cell }: OutlineItem): unknown {
    const state = this.state?.cells[id] ?? null;
    const dot = cell
      ? statusDot(state?.status ?? "idle")
      : html`<i class="dot text" aria-hidden="true"></i>`;
    const go = (event: Event) => {
      event.preventDefault();
      this.dispatchEvent(
        new CustomEvent("pivotbook-goto", {
          detail: id,
          bubbles: true,
          composed: true,
        }),
      );
    };
    return html`
      <a class="item ${id === this.current
        ? "current"
        : ""}" href="#${encodeURIComponent(label)}"
        @click=${go}>${dot}${cell
          ? html`<code>${label}</code>`
          : html`<span>${label}</span>`}<span class="n">${cell
          ? countText(cell, state)
          : ""}</span></a>
    `;
  }

  #import(): void {
    this.dispatchEvent(
      new CustomEvent("pivotbook-import", { bubbles: true, composed: true }),
    );
  }

  #data(): unknown {
    if (this.datasets.length === 0) {
      return html`
        <p
          class="note">No data yet. Drop files here, or ${importButton(
            "import files",
          )}.</p>
      `;
    }
    return html`
      <ul>${this.datasets.map(({ name, snapshot }) =>
        html`<li><span class="item" title="Snapshot ${snapshot.id}"><i class="dot" aria-hidden="true"></i><code>${name}</code><span class="n">${
          formatShortCount(rowsOf(snapshot.segments))
        } rows</span></span></li>`
      )}</ul><button class="quiet import"
        @click=${this.#import}>Import files</button>
    `;
  }
}

function rowsOf(segments: DatasetView["snapshot"]["segments"]): number {
  const counts = segments.flatMap(({ rows }) => Object.values(rows));
  return counts.reduce((sum, count) => sum + count, 0);
}

function countText(_cell: Cell, state: CellState | null): string {
  return state?.output ? outputSize(state.output) : "";
}

function outputSize(output: Output): string {
  if (output.type === "pivot") {
    const rows = output.tables.reduce((sum, table) => sum + table.rows, 0);
    return formatShortCount(rows);
  }
  if (output.type === "plot") return "";
  if (output.type === "input" && output.input === "daterange") {
    return rangeDays(output.text);
  }
  return formatShortCount(output.rows);
}

function rangeDays(text: string): string {
  const [first = "", last = ""] = text.trim().split("..");
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
  return Number.isFinite(days) ? `${days} d` : "";
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-outline": Outline;
  }
}

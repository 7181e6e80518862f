import type { SessionState } from "@pivotbook/cells";
import { consume } from "@lit/context";
import type { Indicator } from "@pivotbook/data";
import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Api } from "../api.ts";
import type { ImportRecord } from "../api_types.ts";
import { apiContext, countsContext } from "../contexts.ts";
import { Task } from "../controllers/task.ts";
import { PivotEvent, type SelectedRow } from "../events.ts";
import { evidenceList } from "./list.ts";
import { trailOf } from "./trail.ts";
import { formatCount } from "../format.ts";
import { cellIndicator } from "../grid/cell_indicator.ts";
import type { GridColumn } from "../grid/source.ts";
import { pivotsOf } from "../indicator/offers.ts";
import type { RowCounts } from "../row_counts.ts";
import { base } from "../styles/base.ts";

/** From so many rows on, a step is too wide to be telling. */
const MANY = 10_000;

/**
 * The selected row: every column of it, where it came from, the pivots it offers and how the reader got here.
 *
 * @summary Evidence of the selected row
 * @fires pivotbook-pivot - A pivot was chosen
 */
@customElement("pivotbook-evidence-panel")
export class EvidencePanel extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        font-size: 13px;
      }
      section {
        margin-bottom: var(--s5);
      }
      dl {
        display: grid;
        grid-template-columns: 88px minmax(0, 1fr);
        gap: 4px var(--s2);
        margin: 0;
      }
      dt {
        color: var(--faint);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      .menu {
        border: 1px solid var(--line);
        border-radius: var(--r);
        background: var(--surface);
        overflow: hidden;
      }
      .menu button {
        width: 100%;
        border: 0;
        background: none;
        text-align: left;
        display: flex;
        padding: 6px var(--s3);
        gap: var(--s2);
        overflow-wrap: anywhere;
      }
      .menu button:hover {
        background: var(--accent-soft);
      }
      .menu button:focus-visible {
        outline-offset: -2px;
      }
      .menu button + button {
        border-top: 1px solid var(--line);
      }
      .menu .n {
        margin-left: auto;
        white-space: nowrap;
        font: 12px/20px var(--mono);
        color: var(--accent);
      }
      .menu .many {
        color: var(--faint);
      }
      ol {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li {
        padding: 0 0 10px 16px;
        position: relative;
        overflow-wrap: anywhere;
      }
      li::before {
        content: "";
        position: absolute;
        left: 0;
        top: 7px;
        width: 7px;
        height: 7px;
        border-radius: 50%;
        background: var(--accent);
      }
      li:not(:last-child)::after {
        content: "";
        position: absolute;
        left: 3px;
        top: 15px;
        bottom: -4px;
        border-left: 1px solid var(--line-strong);
      }
      small {
        color: var(--muted);
        display: block;
      }
      p {
        margin: 0;
        color: var(--muted);
      }
    `,
  ];

  @consume({ context: apiContext, subscribe: true })
  @property({ attribute: false })
  accessor api: Api | null = null;
  @consume({ context: countsContext, subscribe: true })
  @property({ attribute: false })
  accessor counts: RowCounts | null = null;
  @property({ attribute: false })
  accessor selected: SelectedRow | null = null;
  @property({ attribute: false })
  accessor state: SessionState | null = null;

  readonly #source = new Task(this, {
    args: () => {
      const id = this.selected?.row["import_id"];
      return this.api && typeof id === "string"
        ? [this.api, id] as const
        : null;
    },
    run: ([api, id]): Promise<ImportRecord> => api.importRecord(id),
  });

  readonly #rows = new Task(this, {
    args: () =>
      this.selected && this.counts
        ? [this.selected, this.counts] as const
        : null,
    run: async ([selected, counts]) => {
      const rows = new Map<string, number>();
      await Promise.all(
        offersOf(selected).map(async ({ key, indicator }) => {
          rows.set(key, await counts.rows(indicator));
        }),
      );
      return rows;
    },
  });

  override render(): unknown {
    const { selected } = this;
    if (selected === null) {
      return html`
        <section aria-label="Selected row">
          <h2 class="section-title">Selected row</h2>
          <p>Select a row to see where it came from and what it leads to.</p>
        </section>
      `;
    }
    const fetched = this.#source.value;
    const source = fetched?.id === selected.row["import_id"] ? fetched : null;
    return html`
      <section
        aria-label="Selected row"><h2 class="section-title">Selected row</h2>${evidenceList(
          selected,
          source ?? null,
        )}</section>
            ${this.#pivots(selected)}
            ${this.#trail(selected)}
    `;
  }

  #pivots(selected: SelectedRow): unknown {
    const offers = offersOf(selected);
    if (offers.length === 0) return "";
    return html`
      <section aria-label="Pivot to">
        <h2 class="section-title">Pivot to</h2>
        <div class="menu">${offers.map(({ key, label, indicator, column }) => {
          const rows = this.#rows.value?.get(key);
          return html`
            <button
              @click=${() =>
                this.#pivot(
                  column,
                  indicator,
                )}><span>${label}</span><span class="n ${(rows ?? 0) >= MANY
                ? "many"
                : ""}">${rows === undefined
                ? ""
                : formatCount(rows)}</span></button>
          `;
        })}</div>
      </section>
    `;
  }

  #pivot(column: GridColumn, indicator: Indicator): void {
    if (this.selected === null) return;
    const { cell, kind } = this.selected;
    this.dispatchEvent(
      new PivotEvent({ cell, kind, column: column.name, indicator }),
    );
  }

  #trail(selected: SelectedRow): unknown {
    const steps = this.state ? trailOf(this.state.notebook, selected) : [];
    return html`
      <section aria-label="How it got here">
        <h2 class="section-title">How it got here</h2>
        <ol>${steps.map(({ text, how }) =>
          html`<li><span class="mono">${text}</span><small>${how}</small></li>`
        )}</ol>
      </section>
    `;
  }
}

interface Offer {
  readonly key: string;
  readonly label: string;
  readonly column: GridColumn;
  readonly indicator: Indicator;
}

/** Steps from every indicator of the row, each once. */
function offersOf({ row, columns }: SelectedRow): readonly Offer[] {
  const offers = new Map<string, Offer>();
  for (const column of columns) {
    const indicator = cellIndicator(row, column);
    if (indicator === null) continue;
    for (const offer of pivotsOf(indicator)) {
      const key = `${offer.indicator.type} ${offer.indicator.value}`;
      if (!offers.has(key)) offers.set(key, { key, column, ...offer });
    }
  }
  return [...offers.values()];
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-evidence-panel": EvidencePanel;
  }
}

import type { SessionState } from "@pivotbook/cells";
import { consume } from "@lit/context";
import { html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Api } from "../api.ts";
import type { ImportRecord } from "../api_types.ts";
import { apiContext, countsContext } from "../contexts.ts";
import { Task } from "../controllers/task.ts";
import { PivotEvent, type SelectedRow } from "../events.ts";
import { evidenceList } from "./list.ts";
import { type RowOffer, rowOffers } from "./row_offers.ts";
import { trailOf } from "./trail.ts";
import { formatCount } from "../format.ts";
import type { RowCounts } from "../row_counts.ts";
import { base } from "../styles/base.ts";
import { evidencePanelStyles } from "../styles/evidence_panel.ts";

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
  static override styles = [base, evidencePanelStyles];

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
        rowOffers(selected).map(async ({ key, indicator }) => {
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
    const offers = rowOffers(selected);
    if (offers.length === 0) return "";
    return html`
      <section aria-label="Pivot to">
        <h2 class="section-title">Pivot to</h2>
        <div class="menu">${offers.map((offer) => this.#offer(offer))}</div>
      </section>
    `;
  }

  #offer(offer: RowOffer): unknown {
    const rows = this.#rows.value?.get(offer.key);
    const many = rows !== undefined && rows >= MANY;
    return html`
      <button
        @click=${() => this.#pivot(offer)}><span>${offer
          .label}</span><span class="n ${many
          ? "many"
          : ""}">${rows === undefined ? "" : formatCount(rows)}</span></button>
    `;
  }

  #pivot({ column, indicator }: RowOffer): void {
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

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-evidence-panel": EvidencePanel;
  }
}

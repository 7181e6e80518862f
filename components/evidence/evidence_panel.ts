import type { SessionState } from "@pivotbook/cells";
import { consume } from "@lit/context";
import { html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Api } from "../api.ts";
import type { ImportRecord } from "../api_types.ts";
import { apiContext } from "../contexts.ts";
import { Task } from "../controllers/task.ts";
import type { SelectedRow } from "../events.ts";
import { evidenceList } from "./list.ts";
import "./pivot_offers.ts";
import { trailOf } from "./trail.ts";
import { base } from "../styles/base.ts";
import { evidencePanelStyles } from "../styles/evidence_panel.ts";

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
            <pivotbook-pivot-offers .selected=${selected}
        .state=${this.state}></pivotbook-pivot-offers>
            ${this.#trail(selected)}
    `;
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

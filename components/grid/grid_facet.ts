import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { formatCount } from "../format.ts";
import type { Facet } from "./profile.ts";
import type { GridColumn } from "./source.ts";
import { shownText } from "../indicator/indicator_text.ts";
import { base } from "../styles/base.ts";

/** Most characters of a summary. */
const LONGEST = 26;

/**
 * The values of one column with their counts, to choose from.
 *
 * @summary Value filter of a grid
 * @fires pivotbook-facet - The chosen values; none means all
 */
@customElement("pivotbook-grid-facet")
export class GridFacet extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: inline-block;
      }
      .chip {
        cursor: pointer;
        max-width: 240px;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .chip.on {
        color: var(--accent);
        border-color: var(--accent);
        background: var(--accent-soft);
      }
      small {
        font: 12px/20px var(--mono);
        color: var(--faint);
      }
    `,
  ];

  @property({ attribute: false })
  accessor facet: Facet | null = null;
  /** What the values are as indicators; null where they are none. */
  @property({ attribute: false })
  accessor indicator: GridColumn["indicator"] = null;
  @property({ attribute: false })
  accessor chosen: readonly string[] = [];

  override render(): unknown {
    const { facet, chosen } = this;
    if (facet === null) return "";
    return html`<wa-dropdown @wa-select=${this.#select}>
      <button slot="trigger" class="chip ${
      chosen.length > 0 ? "on" : ""
    }">${facet.title.toLowerCase()}: ${
      chosen.length > 0
        ? chosen.map((value) => this.#text(value)).join(", ")
        : this.#summary(facet)
    }</button>
      ${
      facet.values.map(({ value, rows }) =>
        html`
          <wa-dropdown-item type="checkbox" value=${value}
            ?checked=${chosen.includes(
              value,
            )}>${this.#text(value)}<small slot="details">${formatCount(
              rows,
            )}</small></wa-dropdown-item>
        `
      )
    }
    </wa-dropdown>`;
  }

  #text(value: string): string {
    return shownText(value, this.indicator);
  }

  #summary({ values }: Facet): string {
    if (values.length > 3) return `all ${values.length}`;
    const text = values.map(({ value, rows }) =>
      `${this.#text(value)} ${formatCount(rows)}`
    ).join(", ");
    return text.length > LONGEST ? `all ${values.length}` : text;
  }

  #select(event: CustomEvent<{ item: { value: string } }>): void {
    event.preventDefault();
    const { value } = event.detail.item;
    const others = this.chosen.filter((chosen) => chosen !== value);
    const detail = others.length < this.chosen.length
      ? others
      : [...others, value];
    this.dispatchEvent(new CustomEvent("pivotbook-facet", { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-grid-facet": GridFacet;
  }
}

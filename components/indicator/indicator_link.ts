import { consume } from "@lit/context";
import type { Indicator } from "@pivotbook/data";
import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { countsContext } from "../contexts.ts";
import { Task } from "../controllers/task.ts";
import { counted, formatCount } from "../format.ts";
import { shown } from "./indicator_text.ts";
import type { RowCounts } from "../row_counts.ts";
import { base } from "../styles/base.ts";

/** From so many rows on, a shared value tells little. */
const MANY = 1000;

/**
 * An indicator as a link that pivots to it, with the number of rows behind it.
 *
 * @summary A defanged indicator that can be followed
 * @fires pivotbook-follow - The reader wants to pivot to it
 */
@customElement("pivotbook-indicator-link")
export class IndicatorLink extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        align-items: center;
        min-width: 0;
      }
      a {
        overflow: hidden;
        text-overflow: ellipsis;
        font-family: var(--mono);
        font-size: 12.5px;
        font-variant-ligatures: none;
      }
      .count {
        font: 11px/15px var(--mono);
        color: var(--accent);
        border: 1px solid color-mix(in srgb, var(--accent) 35%, transparent);
        border-radius: 8px;
        padding: 0 6px;
        margin-left: 6px;
        flex: none;
      }
      .count.many {
        color: var(--faint);
        border-color: var(--line-strong);
      }
    `,
  ];

  @consume({ context: countsContext, subscribe: true })
  @property({ attribute: false })
  accessor counts: RowCounts | null = null;
  @property({ attribute: false })
  accessor indicator: Indicator | null = null;

  readonly #rows = new Task(this, {
    args: () =>
      this.counts && this.indicator
        ? [this.counts, this.indicator.type, this.indicator.value] as const
        : null,
    run: ([counts, type, value]) => counts.rows({ type, value }),
  });

  override render(): unknown {
    if (this.indicator === null) return "";
    const query = encodeURIComponent(this.indicator.value);
    return html`
      <a href="/?q=${query}" tabindex="-1"
        @click=${this.#follow}>${shown(this.indicator)}</a>${this.#badge()}
    `;
  }

  #badge(): unknown {
    const rows = this.#rows.value ?? null;
    if (rows === null) return "";
    const said = `${counted(rows, "row")} at any time, in all datasets`;
    return html`
      <span class="count ${rows >= MANY ? "many" : ""}"
        title=${said}><span aria-hidden="true">${formatCount(
          rows,
        )}</span><span class="visually-hidden">${said}</span></span>
    `;
  }

  #follow(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    this.dispatchEvent(new CustomEvent("pivotbook-follow", { bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-indicator-link": IndicatorLink;
  }
}

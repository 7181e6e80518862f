import { consume } from "@lit/context";
import { type Indicator, indicatorText } from "@pivotbook/data";
import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { copyText } from "../clipboard.ts";
import { countsContext } from "../contexts.ts";
import { NoticeEvent } from "../events.ts";
import { counted } from "../format.ts";
import { type PivotOffer, pivotsOf } from "./offers.ts";
import type { RowCounts } from "../row_counts.ts";
import { base } from "../styles/base.ts";

/**
 * The menu of an indicator: the pivots it offers with their counts, and copying.
 *
 * @summary Context menu of an indicator
 * @fires pivotbook-choose - An indicator to pivot to, as `detail`
 * @fires pivotbook-menu-closed - The keyboard can go back to where it was
 */
@customElement("pivotbook-indicator-menu")
export class IndicatorMenu extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: fixed;
        width: 0;
        height: 0;
      }
      .anchor {
        width: 1px;
        height: 1px;
        padding: 0;
        border: 0;
        opacity: 0;
        position: absolute;
      }
      small {
        font: 12px/20px var(--mono);
        color: var(--accent);
      }
    `,
  ];

  @consume({ context: countsContext, subscribe: true })
  @property({ attribute: false })
  accessor counts: RowCounts | null = null;
  @state()
  accessor indicator: Indicator | null = null;
  @state()
  accessor open: boolean = false;
  @state()
  accessor rows: ReadonlyMap<string, number> = new Map();

  /** Opens the menu at a place of the window. */
  show(indicator: Indicator, place: { x: number; y: number }): void {
    this.style.left = `${place.x}px`;
    this.style.top = `${place.y}px`;
    this.indicator = indicator;
    this.rows = new Map();
    this.open = true;
    for (const offer of pivotsOf(indicator)) void this.#count(offer);
  }

  async #count({ label, indicator }: PivotOffer): Promise<void> {
    const rows = await this.counts?.rows(indicator).catch(() => null);
    if (typeof rows === "number") {
      this.rows = new Map(this.rows).set(label, rows);
    }
  }

  override render(): unknown {
    const { indicator } = this;
    if (indicator === null) return "";
    return html`
      <wa-dropdown ?open=${this.open} placement="bottom-start" @wa-hide=${() =>
        this.open = false}
        @wa-after-hide=${() =>
          this.dispatchEvent(new CustomEvent("pivotbook-menu-closed"))}
        @wa-select=${this.#select}>
            <button slot="trigger" class="anchor" tabindex="-1" aria-label="Pivots"></button>
            ${pivotsOf(indicator).map((offer, index) =>
              this.#item(offer, index)
            )}
            <wa-dropdown-item value="copy">Copy ${indicatorText(
              indicator,
            )}</wa-dropdown-item>
            <wa-dropdown-item value="copy-raw">Copy the live form</wa-dropdown-item>
          </wa-dropdown>
    `;
  }

  #item({ label }: PivotOffer, index: number): unknown {
    const rows = this.rows.get(label);
    return html`
      <wa-dropdown-item
        value=${`pivot ${index}`}>${index === 0
          ? `Pivot to ${label}`
          : label}<small slot="details">${rows === undefined
          ? ""
          : counted(rows, "row")}</small></wa-dropdown-item>
    `;
  }

  #select(event: CustomEvent<{ item: { value: string } }>): void {
    const { indicator } = this;
    if (indicator === null) return;
    const [action, index] = event.detail.item.value.split(" ");
    if (action === "copy") {
      void this.#copy(indicatorText(indicator), "defanged");
    } else if (action === "copy-raw") {
      void this.#copy(indicator.value, "live form");
    } else this.#choose(pivotsOf(indicator)[Number(index)]);
  }

  #choose(offer: PivotOffer | undefined): void {
    if (offer === undefined) return;
    const detail = offer.indicator;
    this.dispatchEvent(new CustomEvent("pivotbook-choose", { detail }));
  }

  async #copy(text: string, form: string): Promise<void> {
    await copyText(text);
    this.dispatchEvent(new NoticeEvent(`Copied, ${form}`));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-indicator-menu": IndicatorMenu;
  }
}

import type { SessionState } from "@pivotbook/cells";
import { consume } from "@lit/context";
import type {
  DatasetView,
  Engine,
  Indicator,
  LookupSource,
} from "@pivotbook/data";
import { html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import {
  countsContext,
  datasetsContext,
  engineContext,
  lookupContext,
} from "../contexts.ts";
import { PivotEvent, type SelectedRow } from "../events.ts";
import { shown } from "../indicator/indicator_text.ts";
import type { RowCounts } from "../row_counts.ts";
import { base } from "../styles/base.ts";
import { pivotOffersStyles } from "../styles/pivot_offers.ts";
import { OfferCounts } from "./offer_counts.ts";
import { type CountedOffer, offerMenu } from "./offer_menu.ts";
import { type OfferGroup, rowOffers } from "./row_offers.ts";

/**
 * The pivots that the selected row offers, with what each would find. They are counted when nothing else runs.
 *
 * @summary Pivots from a row, with counts before the click
 * @fires pivotbook-pivot - A pivot was chosen
 */
@customElement("pivotbook-pivot-offers")
export class PivotOffers extends LitElement {
  static override styles = [base, pivotOffersStyles];

  @consume({ context: engineContext, subscribe: true })
  @property({ attribute: false })
  accessor engine: Engine | null = null;
  @consume({ context: lookupContext, subscribe: true })
  @property({ attribute: false })
  accessor lookup: LookupSource | null = null;
  @consume({ context: datasetsContext, subscribe: true })
  @property({ attribute: false })
  accessor datasets: readonly DatasetView[] = [];
  @consume({ context: countsContext, subscribe: true })
  @property({ attribute: false })
  accessor counts: RowCounts | null = null;
  @property({ attribute: false })
  accessor selected: SelectedRow | null = null;
  @property({ attribute: false })
  accessor state: SessionState | null = null;
  /** Groups that the reader has opened, by key. */
  @state()
  accessor opened: ReadonlySet<string> = new Set();

  #groups: readonly OfferGroup[] = [];
  readonly #counted = new OfferCounts(this, {
    groups: () => this.#shown,
    asked: () => this.selected && [this.selected, this.opened],
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { selected } = this;
    if (changed.has("engine") || changed.has("counts")) {
      this.#counted.countIn(this);
    }
    if (!changed.has("selected")) return;
    this.#groups = selected ? rowOffers(selected, this.#seeds) : [];
  }

  /** What the cell of the selected row is about. */
  get #seeds(): readonly Indicator[] {
    const cells = Object.values(this.state?.cells ?? {});
    const cell = cells.find(({ name }) => name === this.selected?.cell);
    return cell?.output?.type === "pivot" ? cell.output.seeds : [];
  }

  /** Groups of which something is to be seen: the first, and those that were opened. */
  get #shown(): readonly OfferGroup[] {
    return this.#groups.filter(({ key }, place) =>
      place === 0 || this.opened.has(key)
    );
  }

  override render(): unknown {
    const [first, ...others] = this.#groups;
    if (first === undefined) return "";
    return html`
      <section aria-label="Pivot to">
        <h2 class="section-title">Pivot to</h2>
        ${others.length === 0 ? "" : html`<h3>${shown(first.indicator)}</h3>`}
            ${this.#menu(first)}${others.map((group) => this.#folded(group))}
      </section>
    `;
  }

  #folded(group: OfferGroup): unknown {
    const toggle = ({ target }: Event) => {
      const opened = new Set(this.opened);
      if ((target as HTMLDetailsElement).open) opened.add(group.key);
      else opened.delete(group.key);
      this.opened = opened;
    };
    return html`
      <details ?open=${this.opened.has(group.key)} @toggle=${toggle}>
        <summary>${shown(group.indicator)}</summary>
        ${this.opened.has(group.key) ? this.#menu(group) : ""}
      </details>
    `;
  }

  #menu(group: OfferGroup): unknown {
    return offerMenu(group, {
      counts: this.#counted,
      choose: (chosen) => this.#pivot(group, chosen),
    });
  }

  #pivot(
    { column }: OfferGroup,
    { offer, count }: CountedOffer,
  ): void {
    if (this.selected === null) return;
    const { cell, kind } = this.selected;
    const { kinds } = offer;
    const [indicator = offer.indicator, ...others] = count?.leads ?? [];
    this.dispatchEvent(
      new PivotEvent({
        cell,
        kind,
        column: column.name,
        indicator,
        ...others.length > 0 ? { others } : {},
        ...kinds ? { kinds } : {},
      }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-pivot-offers": PivotOffers;
  }
}

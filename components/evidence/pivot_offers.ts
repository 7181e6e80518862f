import type { SessionState } from "@pivotbook/cells";
import { consume } from "@lit/context";
import {
  type DatasetView,
  type Engine,
  type Indicator,
  indicatorKey,
  type LookupSource,
} from "@pivotbook/data";
import { html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import {
  countsContext,
  datasetsContext,
  engineContext,
  lookupContext,
} from "../contexts.ts";
import { Task } from "../controllers/task.ts";
import { PivotEvent, type SelectedRow } from "../events.ts";
import { shown } from "../indicator/indicator_text.ts";
import { type StepCount, StepCounts } from "../indicator/step_counts.ts";
import type { RowCounts } from "../row_counts.ts";
import { base } from "../styles/base.ts";
import { pivotOffersStyles } from "../styles/pivot_offers.ts";
import { offerButton } from "./offer_button.ts";
import { type OfferGroup, type RowOffer, rowOffers } from "./row_offers.ts";

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
  #steps: StepCounts | null = null;
  readonly #rows = new Map<string, number>();

  readonly #counting = new Task(this, {
    args: () =>
      this.counts && this.#steps && this.selected
        ? [this.counts, this.#steps, this.selected, this.opened] as const
        : null,
    run: async ([counts, steps], signal) => {
      for (const group of this.#shown) {
        await this.#count(group, { counts, steps, signal });
      }
    },
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { engine, lookup, datasets, selected } = this;
    if (changed.has("engine") || changed.has("counts")) {
      this.#rows.clear();
      const rows = this.counts?.rows.bind(this.counts);
      this.#steps = engine && lookup && rows
        ? new StepCounts(engine, { lookup, datasets, rows })
        : null;
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

  async #count(
    { offers }: OfferGroup,
    { counts, steps, signal }: {
      counts: RowCounts;
      steps: StepCounts;
      signal: AbortSignal;
    },
  ): Promise<void> {
    for (const { step, indicator } of offers) {
      if (step !== null) continue;
      this.#rows.set(indicatorKey(indicator), await counts.rows(indicator));
    }
    const wanted = offers.flatMap(({ step }) => step ?? []);
    const together = Map.groupBy(
      wanted,
      ({ kind, indicator }) => `${kind.name} ${indicator.value}`,
    );
    for (const same of together.values()) {
      await counts.atRest();
      signal.throwIfAborted();
      await steps.count(same, signal);
      this.requestUpdate();
    }
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

  /** What was counted, in order, so that nothing moves while the rest is; all of it where counting fails. */
  #menu(group: OfferGroup): unknown {
    const failed = this.#counting.status === "failed";
    const offers = group.offers.map((offer) => ({
      offer,
      count: this.#countOf(offer),
    }));
    const listed = offers.filter(({ offer, count }) =>
      offer.step === null || failed ||
      (count !== null && !isNothing(count) && count.leads.length > 0)
    );
    return html`
      <div class="menu">${listed.map(({ offer, count }) =>
        offerButton(offer, {
          count,
          choose: (count) => this.#pivot(group, { offer, count }),
        })
      )}</div>
      <p class="rest" aria-live="polite">${offers.some(({ count }) =>
          count === null
        )
        ? failed ? "These could not be counted" : "Counting what it leads to…"
        : nothingOf(offers.filter(({ count }) => isNothing(count)))}</p>
    `;
  }

  #countOf({ step, indicator }: RowOffer): StepCount | null {
    if (step !== null) return this.#steps?.known(step) ?? null;
    const found = this.#rows.get(indicatorKey(indicator));
    return found === undefined
      ? null
      : { found, more: false, leads: [indicator] };
  }

  #pivot(
    { column }: OfferGroup,
    { offer, count }: { offer: RowOffer; count: StepCount | null },
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

/** Whether it is known that there is nothing. */
function isNothing(count: StepCount | null): boolean {
  return count !== null && count.found === 0 && !count.more;
}

/** What an indicator leads to in other cases, but not here. */
function nothingOf(offers: readonly { readonly offer: RowOffer }[]): string {
  const labels = offers.filter(({ offer }) => offer.step !== null)
    .map(({ offer: { label } }) => lowerFirst(label));
  return labels.length === 0 ? "" : `None: ${labels.join(", ")}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-pivot-offers": PivotOffers;
  }
}

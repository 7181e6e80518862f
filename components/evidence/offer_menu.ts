import { html } from "lit";
import type { StepCount } from "../indicator/step_counts.ts";
import { offerButton } from "./offer_button.ts";
import type { OfferCounts } from "./offer_counts.ts";
import type { OfferGroup, RowOffer } from "./row_offers.ts";

/** An offer and what it leads to; null while that is not known. */
export interface CountedOffer {
  readonly offer: RowOffer;
  readonly count: StepCount | null;
}

/** What was counted, in order, so that nothing moves while the rest is; all of it where counting fails. */
export function offerMenu(
  group: OfferGroup,
  { counts, choose }: {
    counts: Pick<OfferCounts, "of" | "failed">;
    choose: (chosen: CountedOffer) => void;
  },
): unknown {
  const { failed } = counts;
  const offers = group.offers.map((offer) => ({
    offer,
    count: counts.of(offer),
  }));
  const listed = offers.filter(({ offer, count }) =>
    offer.step === null || failed ||
    (count !== null && !isNothing(count) && count.leads.length > 0)
  );
  return html`
    <div class="menu">${listed.map(({ offer, count }) =>
      offerButton(offer, {
        count,
        choose: (count) => choose({ offer, count }),
      })
    )}</div>
    <p class="rest" aria-live="polite">${restOf(offers, { failed })}</p>
  `;
}

function restOf(
  offers: readonly CountedOffer[],
  { failed }: { failed: boolean },
): string {
  if (offers.every(({ count }) => count !== null)) return nothingOf(offers);
  return failed ? "These could not be counted" : "Counting what it leads to…";
}

/** Whether it is known that there is nothing. */
function isNothing(count: StepCount | null): boolean {
  return count !== null && count.found === 0 && !count.more;
}

/** What an indicator leads to in other cases, but not here. */
function nothingOf(offers: readonly CountedOffer[]): string {
  const labels = offers
    .filter(({ offer, count }) => offer.step !== null && isNothing(count))
    .map(({ offer: { label } }) => lowerFirst(label));
  return labels.length === 0 ? "" : `None: ${labels.join(", ")}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

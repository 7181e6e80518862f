import type { Indicator } from "@pivotbook/data";
import { html } from "lit";
import { PivotEvent } from "../events.ts";
import { pivotsOf } from "../indicator/offers.ts";

/** The wider steps that a pivot's indicator allows: the domain of an e-mail address, the network of an address. */
export function furtherPivots(indicator: Indicator, cell: string): unknown {
  const [_itself, ...wider] = pivotsOf(indicator);
  return wider.map(({ label, indicator }) => {
    const follow = ({ currentTarget }: Event) =>
      currentTarget?.dispatchEvent(
        new PivotEvent({ cell, kind: null, column: null, indicator }),
      );
    return html`
      <button class="chip follow" title="Pivot to it"
        @click=${follow}>${label}</button>
    `;
  });
}

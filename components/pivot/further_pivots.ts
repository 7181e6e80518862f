import type { Indicator } from "@pivotbook/data";
import { html } from "lit";
import { PivotEvent } from "../events.ts";
import { icon } from "../icons.ts";
import { wider } from "../indicator/offers.ts";

/** The wider steps that a pivot's indicator allows, as buttons: the domain of an e-mail address, the network of an address. */
export function furtherPivots(indicator: Indicator, cell: string): unknown {
  const steps = wider(indicator);
  if (steps.length === 0) return "";
  return html`<div class="further">${
    steps.map(({ label, indicator }) => {
      const follow = ({ currentTarget }: Event) =>
        currentTarget?.dispatchEvent(
          new PivotEvent({ cell, kind: null, column: null, indicator }),
        );
      return html`
        <button class="follow" title="Add a pivot of it below"
          @click=${follow}>${icon("pivot")}${label}</button>
      `;
    })
  }</div>`;
}

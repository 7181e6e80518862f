import { html } from "lit";
import { counted, formatCount } from "../format.ts";
import { shown } from "../indicator/indicator_text.ts";
import type { StepCount } from "../indicator/step_counts.ts";
import type { RowOffer } from "./row_offers.ts";

/** From so many on, what is found is too much to be telling. */
const MANY = 1000;

/** A pivot that is offered, and how much it would find; what is shared cannot be chosen until it is known. */
export function offerButton(
  { label, step }: RowOffer,
  { count, choose }: {
    count: StepCount | null;
    choose: (count: StepCount | null) => void;
  },
): unknown {
  const waits = count === null && step?.step.through !== undefined;
  return html`
    <button ?disabled=${waits} title=${titleOf(
      count,
      step,
    )}
      @click=${() =>
        choose(
          count,
        )}><span>${label}</span><span class="n ${isMany(count)
        ? "many"
        : ""}">${count === null ? "" : numberOf(count)}</span></button>
  `;
}

function isMany(count: StepCount | null): boolean {
  return count !== null && (count.found === null || count.found >= MANY);
}

function numberOf({ found, more }: StepCount): string {
  if (found === null) return "many";
  return `${formatCount(found)}${more ? "+" : ""}`;
}

/** What is counted, and by what it is found. */
function titleOf(count: StepCount | null, step: RowOffer["step"]): string {
  if (count === null) return "Being counted";
  if (count.found === null) return "Too many rows to be counted";
  if (step === null) return `${counted(count.found, "row")} at any time`;
  const shared = step.step.through !== undefined && count.leads.length > 0
    ? `, by ${count.leads.map(shown).join(", ")}`
    : "";
  const many = isMany(count) ? "; too many to be telling" : "";
  const others = step.step.through === undefined ? "found" : "others";
  return `${numberOf(count)} ${others} at any time${shared}${many}`;
}

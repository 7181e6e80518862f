import { html } from "lit";
import { type ChangeDay, partText } from "./changes.ts";
import { dayText, type TimeScale, xOf } from "./scale.ts";

/** What changes on a day, beside the day; `width` is that of the map in pixels. */
export function changeTip(
  { day, parts }: ChangeDay,
  { scale, width }: { scale: TimeScale; width: number },
): unknown {
  const x = xOf(scale, day);
  const side = x > width * 0.6
    ? `right:${width - x + 8}px`
    : `left:${x + 10}px`;
  return html`<div class="tip" style=${side}><b>${dayText(day)}</b>${
    parts.map((part) => html`<span>${partText(part)}</span>`)
  }</div>`;
}

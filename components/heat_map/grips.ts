import { html } from "lit";
import type { Brush, BrushEdge } from "./brush.ts";
import { dayText, type TimeScale, xOf } from "./scale.ts";

/** What the handles of a brush need. */
export interface GripsView {
  readonly brush: Brush | null;
  readonly scale: TimeScale;
  /** Pixels from the axis to the lowest lane's end. */
  readonly height: number;
  /** Moves an edge by so many days. */
  readonly nudge: (edge: BrushEdge, by: number) => void;
}

/** Days that Shift with an arrow moves. */
const WEEK = 7;

/** The handles of the brush for the keyboard: arrows move them by a day, with Shift by a week. */
export function gripsView({ brush, scale, height, nudge }: GripsView): unknown {
  if (brush === null) return "";
  const right = scale.left + scale.width;
  const grip = (edge: BrushEdge, { label, day, least, most }: Grip) => {
    const x = Math.max(scale.left, Math.min(right, xOf(scale, brush[edge])));
    return html`
      <div class="grip" role="slider" tabindex="0" aria-label=${label}
        aria-valuemin=${least} aria-valuemax=${most} aria-valuenow=${day}
        aria-valuetext=${dayText(day)} style="left:${x}px;height:${height}px"
        @keydown=${(event: KeyboardEvent) =>
          key(event, (by) => nudge(edge, by))}></div>
    `;
  };
  const [first, last] = [brush.start, brush.stop - 1];
  const [start, stop] = [Math.floor(scale.start), Math.ceil(scale.stop) - 1];
  return html`${
    grip("start", {
      label: "First day of the span",
      day: first,
      least: Math.min(start, first),
      most: last,
    })
  }${
    grip("stop", {
      label: "Last day of the span",
      day: last,
      least: first,
      most: Math.max(stop, last),
    })
  }`;
}

interface Grip {
  readonly label: string;
  readonly day: number;
  /** The days up to which it can be moved on the axis. */
  readonly least: number;
  readonly most: number;
}

function key(event: KeyboardEvent, nudge: (by: number) => void): void {
  const step = event.shiftKey ? WEEK : 1;
  const by: Readonly<Record<string, number>> = {
    ArrowLeft: -step,
    ArrowDown: -step,
    ArrowRight: step,
    ArrowUp: step,
  };
  const days = by[event.key];
  if (days === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  nudge(days);
}

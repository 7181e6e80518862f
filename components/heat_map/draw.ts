import { svg, type SVGTemplateResult } from "lit";
import { binsOf, stretchesOf } from "./bins.ts";
import type { ChangeDay } from "./changes.ts";
import type { Lane } from "./lanes.ts";
import { levelOf, type Levels } from "./levels.ts";
import {
  binStart,
  binStop,
  type BinUnit,
  type TimeScale,
  xOf,
} from "./scale.ts";

/** Top of the first lane, distance of lanes and height of a band, in pixels. */
export const TOP = 16;
export const LANE = 27;
const BAND = 18;

/** What lanes are drawn with. */
export interface Drawing {
  readonly scale: TimeScale;
  readonly unit: BinUnit;
  readonly levels: Levels;
  /** Only what changed, without the activity. */
  readonly onlyChanges: boolean;
}

/** What one lane is drawn with. */
export interface LaneDrawing extends Drawing {
  /** Its top, in pixels. */
  readonly y: number;
}

/** One lane: its activity and the marks of its changes. */
export function drawLane(
  lane: Lane,
  drawing: LaneDrawing,
): SVGTemplateResult {
  const activity = { span: drawSpans, state: drawState, point: drawPoints };
  const marks = { span: drawMarks, state: drawDiamonds, point: () => [] };
  const base = drawing.onlyChanges && lane.shape !== "point"
    ? []
    : activity[lane.shape](lane, drawing);
  return svg`<g>${base}${marks[lane.shape](lane, drawing)}</g>`;
}

function drawSpans(
  lane: Lane,
  { y, scale, unit, levels }: LaneDrawing,
): SVGTemplateResult[] {
  return stretchesOf(lane, unit).map(({ start, stop, active }) =>
    svg`
      <rect x=${xOf(scale, start)} y=${y} width=${width(scale, {
        start,
        stop,
      })} height=${BAND}
        fill="var(--heat-${levelOf(levels, active)})" />
    `
  );
}

function drawState(
  lane: Lane,
  { y, scale, unit }: LaneDrawing,
): SVGTemplateResult[] {
  const last = lane.steps.at(-1)?.day ?? 0;
  let shade = 0;
  const bands = lane.steps.map((step, index) => {
    if (step.changed > 0) shade = 1 - shade;
    const stop = lane.steps[index + 1]?.day ?? last + 1;
    return svg`
      <rect x=${xOf(scale, binStart(step.day, unit))} y=${y + 5} width=${width(
        scale,
        { start: step.day, stop },
      )} height="8"
        fill="var(--whois-${shade + 1})" />
    `;
  });
  const since = xOf(scale, binStop(last, unit));
  return [
    ...bands,
    ...since < scale.left + scale.width
      ? [unobserved(since, { y, scale })]
      : [],
  ];
}

/** What was not looked at again is not known to hold on. */
function unobserved(
  since: number,
  { y, scale: { left, width } }: Pick<LaneDrawing, "y" | "scale">,
): SVGTemplateResult {
  return svg`
    <line x1=${since + 2} x2=${left + width} y1=${y + 9} y2=${y + 9}
      stroke="var(--whois)" stroke-dasharray="1.5 4" opacity=".8" />
  `;
}

function drawPoints(
  lane: Lane,
  { y, scale, unit }: LaneDrawing,
): SVGTemplateResult[] {
  const color = lane.kind === "alerts" ? "var(--bad)" : "var(--heat-4)";
  return binsOf(lane, unit).filter(({ active }) => active > 0).map((
    { start, stop, active },
  ) =>
    svg`<circle cx=${xOf(scale, (start + stop) / 2)} cy=${y + 9} r=${
      Math.min(6.5, 3 + Math.log2(active))
    } fill=${color}/>`
  );
}

function drawMarks(
  lane: Lane,
  { y, scale, unit }: LaneDrawing,
): SVGTemplateResult[] {
  return binsOf(lane, unit).map((bin) => {
    const from = xOf(scale, bin.start);
    const to = xOf(scale, bin.stop);
    return svg`${
      bin.appeared > 0
        ? svg`
          <path d="M${from - 3.2} ${y -
            0.6}l3.2 -5.6 3.2 5.6z" fill="var(--change)" />
        `
        : ""
    }${
      bin.disappeared > 0
        ? svg`
          <path d="M${to - 3} ${y + BAND + 1}l3 5 3 -5z" fill="none"
            stroke="var(--change)" />
        `
        : ""
    }`;
  });
}

function drawDiamonds(
  lane: Lane,
  { y, scale, unit }: LaneDrawing,
): SVGTemplateResult[] {
  return binsOf(lane, unit).filter(({ changed }) => changed > 0).map((
    { start },
  ) =>
    svg`
      <path d="M${xOf(scale, start)} ${y +
        2.5}l6 6.5 -6 6.5 -6 -6.5z" fill="var(--whois)" />
    `
  );
}

/** The lane of changes: a bar for each day, or cell, on which something changes. */
export function drawChanges(
  days: readonly ChangeDay[],
  { scale, unit }: Drawing,
): SVGTemplateResult[] {
  const sizes = new Map<number, number>();
  for (const { day, size } of days) {
    const start = binStart(day, unit);
    sizes.set(start, (sizes.get(start) ?? 0) + size);
  }
  const most = Math.max(4, ...sizes.values());
  return [...sizes].map(([start, size]) => {
    const height = Math.max(3, (size / most) * BAND);
    return svg`
      <rect x=${xOf(scale, start)} y=${TOP + BAND - height} width=${Math.max(
        3,
        width(scale, { start, stop: start + 1 }),
      )} height=${height} rx=".8"
        fill="var(--change)" />
    `;
  });
}

function width(
  scale: TimeScale,
  { start, stop }: { start: number; stop: number },
): number {
  return Math.max(1.2, xOf(scale, stop) - xOf(scale, start) + 0.15);
}

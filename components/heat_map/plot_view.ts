import { svg, type SVGTemplateResult } from "lit";
import type { Brush } from "./brush.ts";
import type { ChangeDay } from "./changes.ts";
import { drawChanges, type Drawing, drawLane, LANE, TOP } from "./draw.ts";
import { type Lane, mostActive } from "./lanes.ts";
import { levelsOf } from "./levels.ts";
import { binUnit, dayText, type TimeScale, xOf } from "./scale.ts";
import { ticksOf } from "./ticks.ts";

/** What the plot of a heat map shows. */
export interface PlotView {
  readonly lanes: readonly Lane[];
  readonly scale: TimeScale;
  readonly changes: readonly ChangeDay[];
  readonly brush: Brush | null;
  /** The day that the reader points at. */
  readonly at: number | null;
  readonly onlyChanges: boolean;
}

/** Pixels that marks may reach beyond the axis. */
const OVER = 6;
/** Pixels that the words of both ends of a brush need. */
const ENDS = 150;

/** Height of the plot in pixels. */
export function plotHeight(lanes: number): number {
  return laneTop(lanes) + 22;
}

/** The axis, the lanes, the brush and the day pointed at. */
export function plotView(view: PlotView): SVGTemplateResult {
  const { lanes, scale, changes, onlyChanges } = view;
  const drawing: Drawing = {
    scale,
    unit: binUnit(scale),
    levels: levelsOf(mostActive(lanes)),
    onlyChanges,
  };
  const drawn = lanes.map((lane, index) =>
    drawLane(lane, { y: laneTop(index), ...drawing })
  );
  return svg`${clip(view)}${axis(view)}
    <g clip-path="url(#plot)">${drawChanges(changes, drawing)}${drawn}${
    brushed(view)
  }${pointer(view)}</g>
    ${ends(view)}`;
}

function laneTop(index: number): number {
  return TOP + LANE * (index + 1);
}

function bottomOf(lanes: readonly Lane[]): number {
  return laneTop(lanes.length);
}

function clip({ lanes, scale }: PlotView): SVGTemplateResult {
  return svg`
    <defs>
      <clipPath id="plot">
        <rect x=${scale.left - OVER} y="0" width=${scale.width +
          2 * OVER} height=${bottomOf(lanes) + 2}/>
          </clipPath>
          </defs>
  `;
}

function axis({ lanes, scale }: PlotView): SVGTemplateResult {
  const bottom = bottomOf(lanes);
  const titles = ["Changes", ...lanes.map(({ title }) => title)];
  return svg`${
    ticksOf(scale).map(({ x, label }) =>
      svg`
        <line x1=${x} x2=${x} y1="12" y2=${bottom}
          stroke="var(--line)" />
        <text x=${x + 3} y="9" class="tick">${label}</text>
      `
    )
  }${
    titles.map((title, index) =>
      svg`<text x="0" y=${
        laneTop(index) - LANE + 13
      } class="lane">${title}</text>`
    )
  }`;
}

function pointer({ at, lanes, scale }: PlotView): SVGTemplateResult {
  if (at === null) return svg``;
  const x = xOf(scale, at + 0.5);
  return svg`
    <line x1=${x} x2=${x} y1="12" y2=${bottomOf(lanes)} stroke="var(--text)"
      stroke-dasharray="2 2" />
  `;
}

function brushed({ brush, lanes, scale }: PlotView): SVGTemplateResult {
  if (brush === null) return svg``;
  const bottom = bottomOf(lanes);
  const [start, stop] = [xOf(scale, brush.start), xOf(scale, brush.stop)];
  const fade = (from: number, to: number) =>
    svg`
      <rect x=${from} y="12" width=${Math.max(0, to - from)} height=${bottom -
        10}
        fill="var(--surface)" opacity=".66" />
    `;
  const handle = (x: number) =>
    svg`
      <rect class="handle" x=${x - 3} y=${(TOP + bottom) / 2 -
        11} width="6" height="22" rx="3"
        fill="var(--surface)" stroke="var(--accent)" />
    `;
  return svg`
    ${fade(scale.left - OVER, start)}${fade(
      stop,
      scale.left + scale.width + OVER,
    )}
        <rect x=${start} y="12" width=${Math.max(
          2,
          stop - start,
        )} height=${bottom - 12} fill="none"
      stroke="var(--accent)" rx="3" />${handle(start)}${handle(stop)}
  `;
}

/** The first and last day of the brush, below it. */
function ends({ brush, lanes, scale }: PlotView): SVGTemplateResult {
  if (brush === null) return svg``;
  const y = bottomOf(lanes) + 14;
  const right = scale.left + scale.width;
  const inside = (x: number) => Math.max(scale.left, Math.min(right, x));
  const start = inside(xOf(scale, brush.start));
  const stop = inside(xOf(scale, brush.stop));
  const [first, last] = [dayText(brush.start), dayText(brush.stop - 1)];
  return stop - start > ENDS
    ? svg`
      <text class="end" x=${start + 4} y=${y}>${first}</text>
      <text class="end" x=${stop - 4} y=${y}
        text-anchor="end">${last}</text>
    `
    : svg`<text class="end" x=${
      Math.min(start, right - ENDS)
    } y=${y}>${first} .. ${last}</text>`;
}

import { dayText } from "./scale.ts";
import type { DayWindow } from "../events.ts";

/** A brushed span in days since 1970-01-01; `stop` is excluded. */
export interface Brush {
  readonly start: number;
  readonly stop: number;
}

/** What a drag does: draws a new span, moves one edge, or moves the whole. */
export type DragMode = "new" | "start" | "stop" | "move";

/** An end of a brush. */
export type BrushEdge = "start" | "stop";

/** The span after an edge has moved by some days; a day at least is left. */
export function nudged(
  { start, stop }: Brush,
  { edge, by }: { edge: BrushEdge; by: number },
): Brush {
  return edge === "start"
    ? { start: Math.min(start + by, stop - 1), stop }
    : { start, stop: Math.max(stop + by, start + 1) };
}

/** What a press at a pixel takes hold of. */
export function dragMode(
  x: number,
  edges: { start: number; stop: number } | null,
): DragMode {
  if (edges === null) return "new";
  if (Math.abs(x - edges.start) <= GRIP) return "start";
  if (Math.abs(x - edges.stop) <= GRIP) return "stop";
  return "new";
}

/** Pixels within which an edge is taken hold of. */
const GRIP = 7;

/** The span after a drag from one day to another. */
export function dragged(
  mode: DragMode,
  { brush, from, to }: { brush: Brush | null; from: number; to: number },
): Brush {
  if (mode === "new" || brush === null) return ordered(from, to);
  if (mode === "start") return ordered(to, brush.stop - 1);
  if (mode === "stop") return ordered(brush.start, to - 1);
  const by = Math.round(to - from);
  return { start: brush.start + by, stop: brush.stop + by };
}

/** The span after the edge at `from` has walked to `to`; without a span, both days and what lies between. */
export function widened(
  brush: Brush | null,
  { from, to }: { from: number; to: number },
): Brush {
  if (brush === null) return ordered(from, to);
  const single = brush.stop - brush.start === 1;
  const atStart = single ? to < from : from === brush.start;
  return atStart ? ordered(to, brush.stop - 1) : ordered(brush.start, to);
}

/** Days of both ends, included. */
function ordered(one: number, other: number): Brush {
  const [first, last] = [Math.min(one, other), Math.max(one, other)];
  return { start: Math.floor(first), stop: Math.floor(last) + 1 };
}

/** The span as days, both included. */
export function windowOf(brush: Brush | null): DayWindow {
  if (brush === null) return null;
  return { first: dayText(brush.start), last: dayText(brush.stop - 1) };
}

/** Reads a pivot's window (UTC microseconds in decimal digits); open sides take the axis' ends. */
export function brushOf(
  window: { start: string | null; stop: string | null } | null,
  extent: Brush,
): Brush | null {
  if (window === null || (window.start === null && window.stop === null)) {
    return null;
  }
  const day = (text: string | null, open: number) =>
    text === null ? open : Number(BigInt(text) / 86_400_000_000n);
  return {
    start: day(window.start, extent.start),
    stop: day(window.stop, extent.stop),
  };
}

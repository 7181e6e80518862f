import type { Lane } from "./lanes.ts";
import { binStart, binStop, type BinUnit } from "./scale.ts";

/** What a lane shows in one cell: the most that held at a time, and what happened in it. */
export interface Bin {
  /** First day, and the day after the last. */
  readonly start: number;
  readonly stop: number;
  readonly active: number;
  readonly appeared: number;
  readonly disappeared: number;
  readonly changed: number;
}

/** A stretch of a lane in which the same number holds. */
export interface Stretch {
  readonly start: number;
  readonly stop: number;
  readonly active: number;
}

/** Cells of a lane in which something happens. */
export function binsOf(lane: Lane, unit: BinUnit): readonly Bin[] {
  const bins = new Map<number, Bin>();
  for (const step of lane.steps) {
    const start = binStart(step.day, unit);
    const bin = bins.get(start) ??
      { start, stop: binStop(start, unit), ...nothing };
    bins.set(start, {
      ...bin,
      active: Math.max(bin.active, step.active),
      appeared: bin.appeared + step.appeared,
      disappeared: bin.disappeared + step.disappeared,
      changed: bin.changed + step.changed,
    });
  }
  return [...bins.values()];
}

/** The lane's step function as stretches, each cell showing the most that held in it; neighbours of equal height are one. */
export function stretchesOf(lane: Lane, unit: BinUnit): readonly Stretch[] {
  const stretches: Stretch[] = [];
  lane.steps.forEach((step, index) => {
    const next = lane.steps[index + 1]?.day ?? step.day + 1;
    if (step.active === 0) return;
    push(stretches, {
      start: binStart(step.day, unit),
      stop: binStop(next - 1, unit),
      active: step.active,
    });
  });
  return stretches;
}

function push(stretches: Stretch[], next: Stretch): void {
  const last = stretches.at(-1);
  if (last === undefined || last.stop < next.start) {
    stretches.push(next);
  } else if (last.active === next.active) {
    stretches[stretches.length - 1] = {
      ...last,
      stop: Math.max(last.stop, next.stop),
    };
  } else overlap(stretches, { last, next });
}

/** Two stretches that share a cell: the higher one has it. */
function overlap(
  stretches: Stretch[],
  { last, next }: { last: Stretch; next: Stretch },
): void {
  const border = last.active > next.active ? last.stop : next.start;
  if (border > last.start) {
    stretches[stretches.length - 1] = { ...last, stop: border };
  } else stretches.pop();
  if (next.stop > border) stretches.push({ ...next, start: border });
}

const nothing = { active: 0, appeared: 0, disappeared: 0, changed: 0 };

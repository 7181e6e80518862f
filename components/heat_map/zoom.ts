import type { Brush } from "./brush.ts";

/** Shortest and longest axis in days. */
const SHORTEST = 5;
const LONGEST = 40_000;

/** The axis after zooming by a factor around a day that stays where it is. */
export function zoomed(
  { start, stop }: Brush,
  { factor, around }: { factor: number; around: number },
): Brush {
  const span = Math.max(SHORTEST, Math.min(LONGEST, (stop - start) * factor));
  const share = (around - start) / (stop - start);
  const from = around - share * span;
  return { start: from, stop: from + span };
}

import type { Lane } from "./lanes.ts";
import { dayText, type TimeScale } from "./scale.ts";

/** A day on which something changes, and what. */
export interface ChangeDay {
  readonly day: number;
  /** How much changes, over all lanes. */
  readonly size: number;
  readonly parts: readonly ChangePart[];
}

/** What changes in one lane on that day. */
export interface ChangePart {
  readonly title: string;
  readonly appeared: number;
  readonly disappeared: number;
  readonly changed: number;
}

/** The days of change in order. */
export function changeDays(lanes: readonly Lane[]): readonly ChangeDay[] {
  const days = new Map<number, ChangePart[]>();
  for (const { title, steps } of lanes) {
    for (const { day, appeared, disappeared, changed } of steps) {
      if (appeared + disappeared + changed === 0) continue;
      const parts = days.get(day) ?? [];
      days.set(day, parts);
      parts.push({ title, appeared, disappeared, changed });
    }
  }
  return [...days].sort(([a], [b]) => a - b).map(([day, parts]) => ({
    day,
    parts,
    size: parts.reduce((sum, part) => sum + sizeOf(part), 0),
  }));
}

/** Says what changes: "Resolutions: 2 new, 1 last seen". */
export function partText(part: ChangePart): string {
  const words = [
    part.appeared > 0 ? `${part.appeared} new` : "",
    part.disappeared > 0 ? `${part.disappeared} last seen` : "",
    part.changed > 0 ? `${part.changed} changed` : "",
  ].filter((word) => word !== "");
  return `${part.title}: ${words.join(", ")}`;
}

/** Says a day of change in one line; empty for none. */
export function dayOfChangeText(change: ChangeDay | undefined): string {
  if (change === undefined) return "";
  return `${dayText(change.day)}: ${change.parts.map(partText).join("; ")}`;
}

/** Pixels within which a day is near the pointer. */
const REACH = 7;

/** The one of `days` at the pointer or near it; null where none is. */
export function nearestDay(
  days: readonly number[],
  { day, scale }: { day: number; scale: TimeScale },
): number | null {
  const pixels = (scale.stop - scale.start) / scale.width;
  const reach = Math.max(0.6, REACH * pixels);
  const near = days.filter((at) => Math.abs(at + 0.5 - day) <= reach);
  const distance = (at: number) => Math.abs(at + 0.5 - day);
  return near.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

function sizeOf({ appeared, disappeared, changed }: ChangePart): number {
  return appeared + disappeared + changed;
}

import { type TimeScale, xOf } from "./scale.ts";

/** A line of the time axis and its words. */
export interface Tick {
  readonly x: number;
  readonly label: string;
}

/** Least distance of two ticks in pixels. */
const APART = 62;
/** Pixels of one character of a label. */
const CHARACTER = 6;
const MILLISECONDS = 86_400_000;
const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** Ticks at days, months or years, whichever leaves room for their words. */
export function ticksOf(scale: TimeScale): readonly Tick[] {
  return allTicks(scale).filter(({ x, label }) =>
    x + label.length * CHARACTER < scale.left + scale.width
  );
}

function allTicks(scale: TimeScale): readonly Tick[] {
  const wanted = Math.max(2, Math.floor(scale.width / APART));
  const days = scale.stop - scale.start;
  if (days / wanted < 20) return dayTicks(scale, Math.ceil(days / wanted));
  return monthTicks(scale, monthStep(days / wanted / 30.4));
}

function dayTicks(scale: TimeScale, step: number): readonly Tick[] {
  const first = Math.ceil(scale.start);
  const ticks: Tick[] = [];
  for (let day = first; day < scale.stop; day += Math.max(1, step)) {
    const date = new Date(day * MILLISECONDS);
    const label = `${date.getUTCDate()} ${months[date.getUTCMonth()]}`;
    ticks.push({
      x: xOf(scale, day),
      label: withYear(label, { date, first: day === first }),
    });
  }
  return ticks;
}

function withYear(
  label: string,
  { date, first }: { date: Date; first: boolean },
): string {
  return first ? `${label} ${date.getUTCFullYear()}` : label;
}

function monthStep(months: number): number {
  return [1, 2, 3, 6, 12, 24, 60, 120].find((step) => step >= months) ?? 240;
}

function monthTicks(scale: TimeScale, step: number): readonly Tick[] {
  const start = new Date(scale.start * MILLISECONDS);
  const ticks: Tick[] = [];
  let month = start.getUTCFullYear() * 12 + start.getUTCMonth();
  for (month = Math.ceil(month / step) * step;; month += step) {
    const day = monthDay(month);
    if (day >= scale.stop) return ticks;
    if (day < scale.start) continue;
    ticks.push({
      x: xOf(scale, day),
      label: monthLabel(month, { step, first: ticks.length === 0 }),
    });
  }
}

function monthDay(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / MILLISECONDS;
}

function monthLabel(
  month: number,
  { step, first }: { step: number; first: boolean },
): string {
  const year = Math.floor(month / 12);
  const name = months[month % 12];
  if (step >= 12) return String(year);
  return first || month % 12 === 0 ? `${name} ${year}` : String(name);
}

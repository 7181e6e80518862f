/** One time axis: days since 1970-01-01 from `start` to `stop` (excluded), drawn from `left` over `width` pixels. */
export interface TimeScale {
  readonly start: number;
  readonly stop: number;
  readonly left: number;
  readonly width: number;
}

/** How much time one cell of the heat map covers. */
export type BinUnit = "day" | "week" | "month" | "year";

/** Narrowest cell in pixels. */
const NARROWEST = 1.4;

/** The pixel at which a day starts. */
export function xOf(
  { start, stop, left, width }: TimeScale,
  day: number,
): number {
  return left + ((day - start) / (stop - start)) * width;
}

/** The day at a pixel, with its fraction, kept inside the axis. */
export function dayAt(
  { start, stop, left, width }: TimeScale,
  x: number,
): number {
  const share = Math.max(0, Math.min(1, (x - left) / width));
  return start + share * (stop - start);
}

/** The unit of the cells: days while they are wide enough to see, then weeks, months, years. */
export function binUnit(scale: TimeScale): BinUnit {
  const day = scale.width / (scale.stop - scale.start);
  if (day >= NARROWEST) return "day";
  if (day * 7 >= NARROWEST) return "week";
  return day * 30 >= NARROWEST ? "month" : "year";
}

/** First day of the cell that holds `day`; weeks start on Monday. */
export function binStart(day: number, unit: BinUnit): number {
  const date = new Date(day * MILLISECONDS);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const starts: Record<BinUnit, () => number> = {
    day: () => Math.floor(day),
    week: () => Math.floor((Math.floor(day) + 3) / 7) * 7 - 3,
    month: () => Date.UTC(year, month, 1) / MILLISECONDS,
    year: () => Date.UTC(year, 0, 1) / MILLISECONDS,
  };
  return starts[unit]();
}

/** First day of the cell after the one that holds `day`. */
export function binStop(day: number, unit: BinUnit): number {
  const length: Record<BinUnit, number> = {
    day: 1,
    week: 7,
    month: 31,
    year: 366,
  };
  return binStart(binStart(day, unit) + length[unit], unit);
}

/** Writes a day as 2016-10-07. */
export function dayText(day: number): string {
  return new Date(Math.floor(day) * MILLISECONDS).toISOString().slice(0, 10);
}

const MILLISECONDS = 86_400_000;

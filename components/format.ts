import type { Value } from "@pivotbook/data";

const SECOND = 1_000_000n;
const DAY = 86_400n * SECOND;
/** DuckDB's `infinity`, and with a minus `-infinity`. */
const INFINITY = 2n ** 63n - 1n;
const FOUR_CENTURIES = { days: 146_097n, years: 400n };

/** Writes UTC microseconds as a day, with the time of day when it is not midnight, to the last digit that is stored. */
export function formatTime(microseconds: bigint): string {
  if (microseconds >= INFINITY) return "infinity";
  if (microseconds <= -INFINITY) return "-infinity";
  const day = formatDay(microseconds);
  const rest = floorMod(microseconds, DAY);
  return rest === 0n ? day : `${day} ${clock(rest)}`;
}

/** The day of UTC microseconds, as 2016-10-07; a year before the first as DuckDB writes it, 0044-03-15 (BC). */
export function formatDay(microseconds: bigint): string {
  const days = (microseconds - floorMod(microseconds, DAY)) / DAY;
  // `Date` ends in the year 275760; in the calendar every 400 years are alike.
  const inCycle = floorMod(days, FOUR_CENTURIES.days);
  const cycles = (days - inCycle) / FOUR_CENTURIES.days;
  const [year = "", month, day] = new Date(Number(inCycle) * 86_400_000)
    .toISOString().slice(0, 10).split("-");
  const full = BigInt(year) + cycles * FOUR_CENTURIES.years;
  const isBefore = full <= 0n;
  const digits = String(isBefore ? 1n - full : full).padStart(4, "0");
  return `${digits}-${month}-${day}${isBefore ? " (BC)" : ""}`;
}

/** The time of day of microseconds since midnight. */
function clock(microseconds: bigint): string {
  const text = new Date(Number(microseconds / 1000n)).toISOString();
  const fraction = String(microseconds % SECOND).padStart(6, "0");
  const digits = fraction.replace(/0+$/, "");
  return digits === "" ? text.slice(11, 19) : `${text.slice(11, 19)}.${digits}`;
}

function floorMod(value: bigint, modulus: bigint): bigint {
  return ((value % modulus) + modulus) % modulus;
}

/** Groups digits by thousands. */
export function formatCount(count: number | bigint): string {
  return String(count).replace(THOUSANDS, ",");
}

/** `Intl` would say the same, but the first use of it takes a page some 40 milliseconds. */
const THOUSANDS = /(?<=\d)(?=(?:\d{3})+$)/g;

/** Shortens a large count: 10.2 M. */
export function formatShortCount(count: number): string {
  if (count < 1_000_000) return formatCount(count);
  return `${(count / 1_000_000).toFixed(1)} M`;
}

/** Writes a size in bytes: 192 KB. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Writes a duration in milliseconds: 38 ms, 1.2 s. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** A count with its noun: 1 row, 7 rows. */
export function counted(count: number | bigint, noun: string): string {
  return `${formatCount(count)} ${noun}${Number(count) === 1 ? "" : "s"}`;
}

/** Writes any value of a result as text; `type` is DuckDB's name. */
export function formatValue(value: Value, type: string): string {
  if (value === null) return "";
  if (typeof value === "bigint") {
    return isTime(type) ? formatTime(value) : formatCount(value);
  }
  if (typeof value === "number") return formatNumber(value);
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return formatList(value, type);
  return JSON.stringify(value, plain);
}

/** The same for other programs: numbers without groups of digits. */
export function plainValue(value: Value, type: string): string {
  if (Array.isArray(value)) {
    const inner = itemType(type);
    return value.map((one) => plainValue(one, inner)).join(", ");
  }
  const isCount = typeof value === "bigint" && !isTime(type);
  return isCount || typeof value === "number"
    ? String(value)
    : formatValue(value, type);
}

/** Whether DuckDB's type is a moment or a day. */
export function isTime(type: string): boolean {
  return type.startsWith("TIMESTAMP") || type === "DATE";
}

/** Whether DuckDB's type is a number, which stands at the right. */
export function isNumber(type: string): boolean {
  return /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|REAL|DECIMAL)\b/
    .test(
      type,
    );
}

/** Every digit that is stored; only whole numbers are grouped. */
function formatNumber(value: number): string {
  if (Object.is(value, -0)) return "-0";
  return Number.isSafeInteger(value) ? formatCount(value) : String(value);
}

function formatList(values: readonly Value[], type: string): string {
  const inner = itemType(type);
  return values.map((value) => formatValue(value, inner)).join(", ");
}

/** The type of a list's items. */
function itemType(type: string): string {
  return type.replace(/\[\d*\]$/, "");
}

function plain(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}

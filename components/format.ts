import type { Value } from "@pivotbook/data";

const DAY = 86_400_000_000n;

/** Writes UTC microseconds as a day, with the time of day when it is not midnight. */
export function formatTime(microseconds: bigint): string {
  const date = new Date(Number(microseconds / 1000n));
  if (Number.isNaN(date.getTime())) return String(microseconds);
  const text = date.toISOString();
  if (microseconds % DAY === 0n) return text.slice(0, 10);
  return `${text.slice(0, 10)} ${text.slice(11, 19)}`;
}

/** The day of UTC microseconds, as 2016-10-07. */
export function formatDay(microseconds: bigint): string {
  return new Date(Number(microseconds / 1000n)).toISOString().slice(0, 10);
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
    const inner = type.replace(/\[\d*\]$/, "");
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

function formatNumber(value: number): string {
  return Number.isInteger(value)
    ? formatCount(value)
    : value.toLocaleString("en", { maximumFractionDigits: 6 });
}

function formatList(values: readonly Value[], type: string): string {
  const inner = type.replace(/\[\d*\]$/, "");
  return values.map((value) => formatValue(value, inner)).join(", ");
}

function plain(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}

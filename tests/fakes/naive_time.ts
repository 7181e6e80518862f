/** A time as a person reads it, one text at a time, in UTC microseconds; null where it is none. What readers say is measured by it. */
export function naiveTime(text: string): bigint | null {
  return /^-?\d+(\.\d*)?$/.test(text) ? numberTime(text) : isoTime(text);
}

const MILLION = 1_000_000n;
const YEAR_1980 = BigInt(Date.UTC(1980, 0)) / 1000n;

function numberTime(text: string): bigint | null {
  const [whole = "", fraction = ""] = text.split(".");
  if (isDate(whole)) {
    return /^0*$/.test(fraction) ? dateTime(whole) : null;
  }
  const size = BigInt(whole.replace("-", ""));
  if (size > 9_223_372_036_854_775_807n) return null;
  const sign = whole.startsWith("-") ? -1n : 1n;
  const part = (length: number): bigint =>
    BigInt(fraction.slice(0, length).padEnd(length, "0") || "0");
  // As soon as the smaller unit says 1980 or later, it is that unit.
  if (size < YEAR_1980 * 1000n) return sign * (size * MILLION + part(6));
  if (size < YEAR_1980 * MILLION) return sign * (size * 1000n + part(3));
  if (size < YEAR_1980 * 1000n * MILLION) return sign * size;
  return sign * (size / 1000n);
}

function isDate(whole: string): boolean {
  if (!/^\d+$/.test(whole)) return false;
  const [year, month, day, hour, minute] = [
    whole.slice(0, 4),
    ...[4, 6, 8, 10].map((at) => whole.slice(at, at + 2)),
  ].map(Number) as [number, number, number, number, number];
  const isMinute = year >= 1980 && year < 2100 && month >= 1 && month <= 12 &&
    day >= 1 && day <= 31 && hour < 24 && minute < 60;
  return [4, 8, 14].includes(whole.length) ||
    (whole.length === 12 && isMinute);
}

function dateTime(whole: string): bigint | null {
  if (whole.length === 4) return null;
  const pairs = whole.slice(4).match(/../g) ?? [];
  const [month = "", day = "", ...clock] = pairs;
  const time = ["00", "00", "00"].map((zero, index) => clock[index] ?? zero);
  return isoTime(`${whole.slice(0, 4)}-${month}-${day} ${time.join(":")}`);
}

function isoTime(text: string): bigint | null {
  const found =
    /^(\d{4,6})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2}))(?:([Tt ])(\d{1,2}):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(?: ?(Z|z|[+-]\d\d(?::?\d\d)?))?)?$/
      .exec(text);
  if (found === null) return null;
  const [, year = "", m1, d1, m2, d2, mark, h = "0", i = "0", s = "0", f = ""] =
    found;
  const zone = found[11];
  const long = year.length > 4;
  const duckdb = long && zone === undefined && mark !== "T" && mark !== "t" &&
    m2 === undefined && m1?.length === 2 && d1?.length === 2;
  if (long && !duckdb) return null;
  const [month, day, hour, minute, second] = [m1 ?? m2, d1 ?? d2, h, i, s]
    .map(Number) as [number, number, number, number, number];
  const shift = offset(zone);
  if (shift === null || hour > 23 || minute > 59 || second > 59) return null;
  const days = daysOf(Number(year), month, day);
  if (days === null) return null;
  const seconds = days * 86_400n +
    BigInt(hour * 3600 + minute * 60 + second - shift * 60);
  const micros = seconds * MILLION + BigInt(f.slice(0, 6).padEnd(6, "0"));
  return micros >= 9_223_372_036_854_775_807n ? null : micros;
}

/** Minutes; null for an offset that is none. */
function offset(zone: string | undefined): number | null {
  if (zone === undefined || /z/i.test(zone)) return 0;
  const [hours, minutes] = [zone.slice(1, 3), zone.slice(-2)].map(Number) as [
    number,
    number,
  ];
  const rest = zone.length > 3 ? minutes : 0;
  if (hours > 23 || rest > 59) return null;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + rest);
}

/** Days since 1970, counted by a calendar of 400 years at a time, since `Date` ends in 275760. */
function daysOf(year: number, month: number, day: number): bigint | null {
  const cycles = Math.floor(year / 400);
  const date = new Date(Date.UTC(2000 + year % 400, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    return null;
  }
  const days = BigInt(date.getTime() / 86_400_000);
  return days + BigInt(cycles - 5) * 146_097n;
}

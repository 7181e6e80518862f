/** First and last moment that an observation may have, half open: SQL timestamps. */
const OBSERVED = [
  "TIMESTAMP '1980-01-01'",
  "TIMESTAMP '2100-01-01'",
] as const;

/** 1980 in milliseconds since 1970, and what that number would be in seconds: the year 11968. */
const MILLISECONDS_FROM = 315_532_800_000n;

const date = "\\d{4}(?:-\\d{1,2}-\\d{1,2}|/\\d{1,2}/\\d{1,2})";
const hour = "(?:[01]?\\d|2[0-3])";
const clock = `${hour}:[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?`;
const offset = "[+-](?:[01]\\d|2[0-3])(?::?[0-5]\\d)?";

/** ISO 8601 as files write it. A year beyond 9999 is what DuckDB writes of a Parquet file, without a zone. */
const iso =
  `${date}(?:[Tt ]${clock} ?(?:[Zz]|${offset})?)?|\\d{5,6}-\\d\\d-\\d\\d(?: ${clock})?`;

const basicMinute =
  "(?:19[89]\\d|20\\d\\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?:[01]\\d|2[0-3])[0-5]\\d";

/**
 * `utc` reads one text as a time, whatever stands in other rows: the engine's
 * cast to TIMESTAMPTZ hands a named zone on to the rows behind it. ISO 8601,
 * without a zone UTC, with `Z` or a numeric offset; `20161001`,
 * `202401020304` and `20240102030405` are dates; other numbers are seconds,
 * milliseconds, microseconds or nanoseconds since 1970, told apart by their
 * size: in the next smaller unit all of them would lie before 1980. A year
 * alone is no time. What cannot be read becomes null. `observable` tells
 * whether something can have been seen then.
 */
export const timeMacros = `
CREATE OR REPLACE MACRO digits_date(d) AS try_cast(d[1:4] || '-' || d[5:6] || '-' || d[7:8] AS TIMESTAMP);
CREATE OR REPLACE MACRO digits_time(d) AS CASE WHEN d[9:10] < '24'
  THEN try_cast(d[1:4] || '-' || d[5:6] || '-' || d[7:8] || ' ' || d[9:10] || ':' || d[11:12] || ':' || rpad(d[13:14], 2, '0') AS TIMESTAMP) END;
CREATE OR REPLACE MACRO unix_micros(n, fraction, sign) AS CASE
  WHEN abs(n) < ${MILLISECONDS_FROM} THEN n * 1000000 + sign * rpad(fraction[1:6], 6, '0')::BIGINT
  WHEN abs(n) < ${MILLISECONDS_FROM}000 THEN n * 1000 + sign * rpad(fraction[1:3], 3, '0')::BIGINT
  WHEN abs(n) < ${MILLISECONDS_FROM}000000 THEN n
  ELSE n // 1000 END;
CREATE OR REPLACE MACRO number_time(t, whole) AS CASE
  WHEN regexp_full_match(whole, '\\d{4}|\\d{8}|\\d{14}|${basicMinute}') THEN CASE
    WHEN NOT regexp_full_match(t, '\\d+(?:\\.0*)?') THEN NULL
    WHEN len(whole) = 8 THEN digits_date(whole)
    WHEN len(whole) > 8 THEN digits_time(whole) END
  WHEN try_cast(whole AS BIGINT) > -9223372036854775808 THEN make_timestamp(
    unix_micros(try_cast(whole AS BIGINT), split_part(t, '.', 2), CASE WHEN t LIKE '-%' THEN -1 ELSE 1 END)) END;
CREATE OR REPLACE MACRO offset_minutes(t) AS CASE WHEN regexp_matches(t, ':.*[+-]') THEN
  (CASE WHEN regexp_matches(t, ':.*-') THEN -1 ELSE 1 END)
  * (try_cast(regexp_extract(t, '[+-](\\d\\d):?(\\d\\d)?$', 1) AS INTEGER) * 60
    + coalesce(try_cast(regexp_extract(t, '[+-](\\d\\d):?(\\d\\d)?$', 2) AS INTEGER), 0)) ELSE 0 END;
CREATE OR REPLACE MACRO iso_time(t) AS
  try_cast(regexp_replace(regexp_extract(t, '^[0-9/-]+(?:[Tt ][0-9:.]+)?'), '[Tt]', ' ') AS TIMESTAMP) - to_minutes(offset_minutes(t));
CREATE OR REPLACE MACRO utc(t) AS CASE
  WHEN t IS NULL THEN NULL
  WHEN regexp_full_match(t, '\\d{9,10}') THEN make_timestamp(try_cast(t AS BIGINT) * 1000000)
  WHEN regexp_full_match(t, '-?\\d+(?:\\.\\d*)?') THEN number_time(t, split_part(t, '.', 1))
  WHEN regexp_full_match(t, '${iso}') THEN iso_time(t) END;
CREATE OR REPLACE MACRO observable(t) AS t >= ${OBSERVED[0]} AND t < ${
  OBSERVED[1]
};
CREATE OR REPLACE MACRO names_zone(t) AS regexp_matches(t, '^\\d{4}[-/].*:\\d\\d.*[A-Za-z]');
`;

/** The reason against a time that is none, over the text that was given. */
export function unreadableTime(name: string, given: string): string {
  return `CASE WHEN names_zone(${given}) THEN '${name} has a zone that is neither Z nor a numeric offset' ELSE '${name} is no time' END`;
}

/** The reason against an observation at a time when none was made. */
export function unobservable(name: string): string {
  return `${name} lies outside 1980 to 2100`;
}

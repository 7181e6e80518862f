/**
 * Scalar macros that readers share: normal forms of what files hold. `host`
 * gives a name in lower case without trailing dot; `utc` reads seconds,
 * milliseconds or microseconds since 1970, or ISO 8601; null stays null, and
 * what cannot be read becomes null.
 */
export const readerMacros = `
CREATE OR REPLACE MACRO refang(t) AS regexp_replace(regexp_replace(regexp_replace(regexp_replace(trim(t),
  '[\\[({<]\\s*(\\.|dot)\\s*[\\])}>]', '.', 'gi'), '[\\[({<]\\s*(@|at)\\s*[\\])}>]', '@', 'gi'),
  '^\\[?h(xx|XX|tt)p(s?)\\]?(\\[:\\]|:|\\[:)//\\]?', 'http\\2://', 'i'), '\\[:\\]', ':', 'g');
CREATE OR REPLACE MACRO host(t) AS nullif(rtrim(lower(refang(t)), '.'), '');
CREATE OR REPLACE MACRO is_host(t) AS len(t) <= 253 AND regexp_full_match(t, '(\\*\\.)?[^\\s./:@]{1,63}(\\.[^\\s./:@]{1,63})*');
CREATE OR REPLACE MACRO mixed(t) AS CASE
  WHEN contains(refang(t), '://') OR contains(refang(t), ' ') THEN refang(t)
  WHEN regexp_full_match(refang(t), '[^\\s@]+\\.[^\\s@]+|[0-9a-fA-F:]+(/\\d+)?|[0-9a-fA-F]{32,128}|[aA][sS]\\d+') THEN CASE
    WHEN regexp_full_match(refang(t), '[aA][sS]\\d+') THEN upper(refang(t)) ELSE host(t) END
  ELSE refang(t) END;
CREATE OR REPLACE MACRO utc(t) AS CASE
  WHEN t IS NULL THEN NULL
  WHEN regexp_full_match(t, '-?\\d{1,11}') THEN make_timestamp(try_cast(t AS BIGINT) * 1000000)
  WHEN regexp_full_match(t, '-?\\d{1,11}\\.\\d+') THEN make_timestamp(round(try_cast(t AS DOUBLE) * 1000000)::BIGINT)
  WHEN regexp_full_match(t, '\\d{13}') THEN make_timestamp(try_cast(t AS BIGINT) * 1000)
  WHEN regexp_full_match(t, '\\d{16}') THEN make_timestamp(try_cast(t AS BIGINT))
  WHEN NOT regexp_matches(t, '^\\s*\\d') THEN NULL
  ELSE try_cast(try_cast(t AS TIMESTAMPTZ) AS TIMESTAMP) END;
CREATE OR REPLACE MACRO whole(t) AS CASE
  WHEN regexp_full_match(t, '-?\\d+(\\.0*)?') THEN try_cast(split_part(t, '.', 1) AS BIGINT) END;
CREATE OR REPLACE MACRO given(t) AS nullif(trim(t), '');
`;

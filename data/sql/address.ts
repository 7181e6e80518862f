/** `::ffff:0.0.0.0` as a number. */
const MAPPED = "'281470681743360'";

/** `ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff` as a number. */
const LAST6 = "'340282366920938463463374607431768211455'";

/**
 * Scalar macros that make addresses numbers; to be created once in the engine
 * that writes segments. `ip4_number` and `ip6_number` give null for any text
 * that is no address of the family (a leading zero is none: it may mean octal); `ip4_range` and `ip6_range` take an
 * address, a CIDR block (its host bits are masked) or `first-last` and give a
 * struct of `low` and `high`.
 */
export const addressMacros = `
CREATE OR REPLACE MACRO ip4_number(t) AS CASE
  WHEN regexp_full_match(t, '(?:0|[1-9]\\d{0,2})(?:\\.(?:0|[1-9]\\d{0,2})){3}')
  THEN try_cast(split_part(t, '.', 1) AS UTINYINT)::UINTEGER * 16777216
     + try_cast(split_part(t, '.', 2) AS UTINYINT)::UINTEGER * 65536
     + try_cast(split_part(t, '.', 3) AS UTINYINT)::UINTEGER * 256
     + try_cast(split_part(t, '.', 4) AS UTINYINT)::UINTEGER END;
CREATE OR REPLACE MACRO ip6_groups(t) AS list_filter(string_split(t, ':'), lambda g: g <> '');
CREATE OR REPLACE MACRO ip6_all_groups(head, tail) AS list_concat(list_concat(
  head, list_transform(range(8 - len(head) - len(tail)), lambda i: '0')), tail);
CREATE OR REPLACE MACRO ip6_join(groups) AS CASE WHEN len(groups) = 8 THEN list_reduce(
  list_transform(groups, lambda g: try_cast('0x' || g AS INTEGER)::UHUGEINT),
  lambda a, b: a * 65536::UHUGEINT + b) END;
CREATE OR REPLACE MACRO ip6_number(t) AS CASE
  WHEN regexp_full_match(t, '([0-9a-fA-F]{0,4}:){2,8}[0-9a-fA-F]{0,4}')
  THEN CASE
    WHEN t LIKE '%::%::%' OR t LIKE '%:::%' THEN NULL
    ELSE ip6_join(ip6_all_groups(ip6_groups(split_part(t, '::', 1)), ip6_groups(split_part(t, '::', 2)))) END
  WHEN t LIKE '::ffff:%.%' THEN ${MAPPED}::UHUGEINT + ip4_number(t[8:]) END;
CREATE OR REPLACE MACRO block_range(base, size) AS
  {'low': base - base % size, 'high': base - base % size + (size - 1)};
CREATE OR REPLACE MACRO ip4_range(t) AS CASE
  WHEN contains(t, '/') THEN block_range(ip4_number(split_part(t, '/', 1))::UBIGINT,
    CASE WHEN try_cast(split_part(t, '/', 2) AS INTEGER) BETWEEN 0 AND 32
    THEN 1::UBIGINT << (32 - try_cast(split_part(t, '/', 2) AS UBIGINT)) END)
  WHEN contains(t, '-') THEN {'low': ip4_number(split_part(t, '-', 1))::UBIGINT, 'high': ip4_number(split_part(t, '-', 2))::UBIGINT}
  ELSE {'low': ip4_number(t)::UBIGINT, 'high': ip4_number(t)::UBIGINT} END;
CREATE OR REPLACE MACRO ip6_range(t) AS CASE
  WHEN t LIKE '%/0' THEN CASE WHEN contains(t, ':') THEN {'low': 0::UHUGEINT, 'high': ${LAST6}::UHUGEINT} END
  WHEN contains(t, '/') THEN block_range(ip6_number(split_part(t, '/', 1)),
    CASE WHEN try_cast(split_part(t, '/', 2) AS INTEGER) BETWEEN 1 AND 128
    THEN 1::UHUGEINT << (128 - try_cast(split_part(t, '/', 2) AS INTEGER))::UHUGEINT END)
  WHEN contains(t, '-') THEN {'low': ip6_number(split_part(t, '-', 1)), 'high': ip6_number(split_part(t, '-', 2))}
  ELSE {'low': ip6_number(t), 'high': ip6_number(t)} END;
`;

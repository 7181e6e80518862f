import { recordTypes } from "./record_types.ts";
import { timeMacros } from "./times.ts";
import { wholeMacro } from "./whole.ts";

const typeNames = `MAP {${
  Object.entries(recordTypes).map(([number, name]) => `'${number}': '${name}'`)
    .join(", ")
}}`;

const label = "[a-z0-9_-]{1,63}";
const name = `${label}(?:\\.${label})*`;
const group = "[1-9a-f][0-9a-f]{0,3}";

/** Addresses that RFC 5952 writes just so: eight groups, or some around one gap; none begins with a zero. */
const plainIp6 =
  `${group}(?::${group}){7}|${group}(?::${group}){0,2}::${group}(?::${group}){0,2}`;

/** URLs that are their own normal form. */
const plainUrl =
  "https?://(?:[a-z0-9_-]+\\.)+[a-z]{2,24}/(?:[\\w./?&=%+~-]*[\\w/=&%+~-])?";

/**
 * Scalar macros that readers share: normal forms of what files hold. What is
 * plain, as nearly everything, is done by the engine; for the rest they call
 * `readerFunctions`. Null stays null, and what cannot be read becomes null.
 */
export const readerMacros = `${timeMacros}${wholeMacro}
CREATE OR REPLACE MACRO filled(t) AS CASE WHEN trim(t) <> '' THEN t END;
CREATE OR REPLACE MACRO given(t) AS nullif(trim(t), '');
CREATE OR REPLACE MACRO host(t) AS CASE
  WHEN t IS NULL THEN NULL
  WHEN len(t) <= 253 AND regexp_full_match(lower(t), '${name}') THEN lower(t)
  WHEN len(t) <= 254 AND regexp_full_match(lower(t), '${name}\\.') THEN lower(t[:-2])
  ELSE reader_name(t, '') END;
CREATE OR REPLACE MACRO is_host(given_text) AS regexp_full_match(given_text, '[^\\s/:@]+|[^\\s:@]+\\.arpa\\.?');
CREATE OR REPLACE MACRO ip6(t) AS CASE
  WHEN t IS NULL THEN NULL
  WHEN regexp_full_match(t, '${plainIp6}') THEN t
  ELSE reader_ip6(t, '') END;
CREATE OR REPLACE MACRO url(t) AS CASE
  WHEN t IS NULL THEN NULL
  WHEN regexp_full_match(t, '${plainUrl}') THEN t
  ELSE reader_url(t, '') END;
CREATE OR REPLACE MACRO mixed(t) AS CASE
  WHEN t IS NULL THEN NULL
  WHEN regexp_full_match(t, '${label}(?:\\.${label})+|[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}') THEN t
  ELSE reader_mixed(t, '') END;
CREATE OR REPLACE MACRO mixed_type(t) AS CASE
  WHEN t IS NULL THEN NULL
  WHEN ip4_number(t) IS NOT NULL THEN 'ipv4'
  ELSE reader_type(t, '') END;
CREATE OR REPLACE MACRO record_type(t) AS CASE
  WHEN regexp_full_match(t, '(?i)(?:type)?\\d+') THEN coalesce((${typeNames})[ltrim(lower(t), 'type')], 'TYPE' || ltrim(lower(t), 'type'))
  ELSE upper(t) END;
CREATE OR REPLACE MACRO record_data(rrtype, t) AS CASE
  WHEN rrtype = 'A' THEN mixed(trim(t))
  WHEN rrtype = 'AAAA' THEN ip6(trim(t))
  WHEN rrtype IN ('CNAME', 'NS', 'PTR', 'DNAME') THEN host(trim(t))
  WHEN rrtype IN ('MX', 'SRV', 'SOA', 'SVCB', 'HTTPS') THEN reader_record(t, rrtype)
  ELSE t END;
`;

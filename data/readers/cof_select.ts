/** Record types that files give by number (IANA DNS parameters). */
const recordTypes: Readonly<Record<number, string>> = {
  1: "A",
  2: "NS",
  5: "CNAME",
  6: "SOA",
  12: "PTR",
  15: "MX",
  16: "TXT",
  28: "AAAA",
  33: "SRV",
  35: "NAPTR",
  39: "DNAME",
  43: "DS",
  46: "RRSIG",
  47: "NSEC",
  48: "DNSKEY",
  52: "TLSA",
  64: "SVCB",
  65: "HTTPS",
  99: "SPF",
  257: "CAA",
};

const text = (key: string): string =>
  `given(json_extract_string(record, '$.${key}'))`;

const firstOf = (...keys: string[]): string =>
  `coalesce(${keys.map(text).join(", ")})`;

const typeNames = `MAP {${
  Object.entries(recordTypes).map(([number, name]) => `'${number}': '${name}'`)
    .join(", ")
}}`;

/** Name-like parts of a value without trailing dots, as the type says where they stand. */
const rdataSql = `CASE
    WHEN rrtype IN ('CNAME', 'NS', 'PTR', 'DNAME') THEN host(rdata)
    WHEN rrtype IN ('MX', 'SRV', 'SOA', 'HTTPS', 'SVCB') THEN regexp_replace(trim(rdata), '([^\\s."])\\.(\\s|$)', '\\1\\2', 'g')
    WHEN rrtype IN ('A', 'AAAA') THEN lower(trim(rdata))
    ELSE trim(rdata) END`;

/**
 * Rows of passive-DNS Common Output Format (draft-dulaunoy-dnsop-passive-dns-cof):
 * `record` gives the JSON object of a line, or null for a line that is none.
 * An array of values becomes a row per value; the count is that of the whole
 * set, which `import_id` and `line` identify.
 */
export function cofSelect(
  options: { record: string; only: string; source: string },
): string {
  return `WITH records AS (
  SELECT line, json_valid(text) AS readable, ${options.record} AS record
  FROM lines WHERE trim(text) <> '' AND ${options.only}
), fields AS (
  SELECT line, readable, host(${text("rrname")}) AS rrname, upper(${
    text("rrtype")
  }) AS rrtype_given,
    CASE WHEN json_type(record, '$.rdata') = 'ARRAY' THEN json_extract_string(record, '$.rdata[*]')
      ELSE [${text("rdata")}] END AS rdata_list,
    ${
    firstOf("time_first", "time_first_rfc3339", "time_first_ms")
  } AS wire_first,
    ${firstOf("time_last", "time_last_rfc3339", "time_last_ms")} AS wire_last,
    ${text("zone_time_first")} AS zone_first, ${
    text("zone_time_last")
  } AS zone_last,
    ${text("count")} AS count_given, host(${text("bailiwick")}) AS bailiwick,
    ${text("origin")} AS origin, ${text("sensor_id")} AS sensor
  FROM records
), exploded AS (
  SELECT *, coalesce((${typeNames})[rrtype_given], CASE WHEN rrtype_given SIMILAR TO '\\d+' THEN 'TYPE' || rrtype_given ELSE rrtype_given END) AS rrtype,
    unnest(CASE WHEN len(rdata_list) > 0 THEN rdata_list ELSE [NULL] END) AS rdata
  FROM fields
), normal AS (
  SELECT *, given(${rdataSql}) AS value, utc(coalesce(wire_first, zone_first)) AS first_seen,
    utc(CASE WHEN wire_first IS NULL AND wire_last IS NULL THEN zone_last ELSE wire_last END) AS last_seen
  FROM exploded
)
SELECT line,
  CASE
    WHEN NOT readable THEN 'not valid JSON'
    WHEN rrname IS NULL THEN 'rrname is missing'
    WHEN NOT is_host(rrname) THEN 'rrname is no host name'
    WHEN rrtype IS NULL THEN 'rrtype is missing'
    WHEN value IS NULL THEN 'rdata is missing'
    WHEN rrtype = 'A' AND ip4_number(value) IS NULL THEN 'rdata is no IPv4 address'
    WHEN rrtype = 'AAAA' AND ip6_number(value) IS NULL THEN 'rdata is no IPv6 address'
    WHEN coalesce(wire_first, zone_first) IS NULL THEN 'time_first is missing'
    WHEN first_seen IS NULL THEN 'time_first is no time'
    WHEN last_seen IS NULL AND coalesce(wire_last, zone_last) IS NOT NULL THEN 'time_last is no time'
    WHEN last_seen < first_seen THEN 'time_last is before time_first'
    WHEN count_given IS NOT NULL AND whole(count_given) IS NULL THEN 'count is no number'
  END AS reason,
  rrname, rrtype, value AS rdata, first_seen, last_seen, whole(count_given) AS "count",
  CASE WHEN wire_first IS NULL THEN 'zone' ELSE 'wire' END AS seen_as,
  NULL::BIGINT AS ttl, bailiwick,
  coalesce(sensor, ${options.source}) AS source, origin AS source_url,
  'observed' AS provenance, NULL::VARCHAR AS note, NULL::VARCHAR AS tlp
FROM normal`;
}

import { unobservable, unreadableTime } from "./times.ts";
import { notWhole } from "./whole.ts";

const text = (key: string): string =>
  `given(json_extract_string(record, '$.${key}'))`;

const firstOf = (...keys: string[]): string =>
  `coalesce(${keys.map(text).join(", ")})`;

/**
 * Rows of passive-DNS Common Output Format (draft-dulaunoy-dnsop-passive-dns-cof):
 * `record` gives the JSON object of a line, or null for a line that is none.
 * An array of values becomes a row per value; the count is that of the whole
 * set, which `import_id` and `line` identify. A record with times of sensors
 * and of zone files becomes a row for each, told apart by `seen_as`.
 */
export function cofSelect(
  options: { record: string; only: string; source: string },
): string {
  return `WITH records AS (
  SELECT line, json_valid(text) AS readable, ${options.record} AS record
  FROM lines WHERE trim(text) <> '' AND ${options.only}
), fields AS (
  SELECT line, readable, ${text("rrname")} AS name_given, record_type(${
    text("rrtype")
  }) AS rrtype,
    CASE WHEN json_type(record, '$.rdata') = 'ARRAY' THEN json_extract_string(record, '$.rdata[*]')
      ELSE [json_extract_string(record, '$.rdata')] END AS rdata_list,
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
  SELECT *, host(name_given) AS rrname,
    unnest(CASE WHEN len(rdata_list) > 0 THEN rdata_list ELSE [NULL] END) AS rdata
  FROM fields
), spans AS (
  SELECT *, unnest(CASE
    WHEN zone_first IS NULL AND zone_last IS NULL THEN [{'seen_as': 'wire', 'first': wire_first, 'last': wire_last}]
    WHEN wire_first IS NULL AND wire_last IS NULL THEN [{'seen_as': 'zone', 'first': zone_first, 'last': zone_last}]
    ELSE [{'seen_as': 'wire', 'first': wire_first, 'last': wire_last}, {'seen_as': 'zone', 'first': zone_first, 'last': zone_last}]
  END) AS span
  FROM exploded
), normal AS (
  SELECT *, record_data(rrtype, CASE WHEN trim(rdata) <> '' THEN rdata END) AS value,
    span.first AS first_given, span.last AS last_given,
    utc(span.first) AS first_seen, utc(span.last) AS last_seen
  FROM spans
)
SELECT line,
  CASE
    WHEN NOT readable THEN 'not valid JSON'
    WHEN name_given IS NULL THEN 'rrname is missing'
    WHEN rrname IS NULL THEN 'rrname is no host name'
    WHEN rrtype IS NULL THEN 'rrtype is missing'
    WHEN rdata IS NULL OR trim(rdata) = '' THEN 'rdata is missing'
    WHEN rrtype = 'A' AND ip4_number(value) IS NULL THEN 'rdata is no IPv4 address'
    WHEN rrtype = 'AAAA' AND ip6_number(value) IS NULL THEN 'rdata is no IPv6 address'
    WHEN value IS NULL THEN 'rdata is no host name'
    WHEN first_given IS NULL THEN 'time_first is missing'
    WHEN first_seen IS NULL THEN ${unreadableTime("time_first", "first_given")}
    WHEN last_given IS NOT NULL AND last_seen IS NULL THEN ${
    unreadableTime("time_last", "last_given")
  }
    WHEN NOT observable(first_seen) THEN '${unobservable("time_first")}'
    WHEN last_seen < first_seen THEN 'time_last is before time_first'
    WHEN NOT observable(last_seen) THEN '${unobservable("time_last")}'
    WHEN count_given IS NOT NULL AND whole(count_given) IS NULL THEN ${
    notWhole("count", "count_given")
  }
    WHEN whole(count_given) < 0 THEN 'count is negative'
  END AS reason,
  rrname, rrtype, value AS rdata, first_seen, last_seen, whole(count_given) AS "count",
  span.seen_as AS seen_as,
  NULL::BIGINT AS ttl, bailiwick,
  coalesce(sensor, ${options.source}) AS source, origin AS source_url,
  'observed' AS provenance, NULL::VARCHAR AS note, NULL::VARCHAR AS tlp
FROM normal`;
}

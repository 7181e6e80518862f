CREATE OR REPLACE TABLE "seed" AS
WITH found AS (
  SELECT 'sample' AS dataset, "rrname", "rrtype", "rdata", "first_seen", "last_seen", "count", "seen_as", "ttl", "bailiwick", "source", "source_url", "provenance", "note", "tlp", "import_id", "line"
  FROM "segment_abababababab"."resolutions_name" AS part
  WHERE key IN (814753287) AND (base, rest) IN (SELECT (base, rest) FROM "_lookup"."seed_keys_names" WHERE NOT below)
  UNION ALL
  SELECT 'sample' AS dataset, "rrname", "rrtype", "rdata", "first_seen", "last_seen", "count", "seen_as", "ttl", "bailiwick", "source", "source_url", "provenance", "note", "tlp", "import_id", "line"
  FROM "segment_abababababab"."resolutions_name" AS part
  WHERE key IN (3573878694) AND EXISTS (
      SELECT 1 FROM "_lookup"."seed_keys_names" AS n WHERE n.below AND n.base = part.base
      AND (n.rest = '' OR n.rest = part.rest OR starts_with(part.rest, n.rest || '.')))
  UNION ALL
  SELECT 'sample' AS dataset, "rrname", "rrtype", "rdata", "first_seen", "last_seen", "count", "seen_as", "ttl", "bailiwick", "source", "source_url", "provenance", "note", "tlp", "import_id", "line"
  FROM "segment_abababababab"."resolutions_address4" AS part
  WHERE key IN (3221225985)
  UNION ALL
  SELECT 'sample' AS dataset, "rrname", "rrtype", "rdata", "first_seen", "last_seen", "count", "seen_as", "ttl", "bailiwick", "source", "source_url", "provenance", "note", "tlp", "import_id", "line"
  FROM "segment_abababababab"."resolutions_address4" AS part
  WHERE key BETWEEN 3325256704 AND 3325256959
  UNION ALL
  SELECT 'sample' AS dataset, "rrname", "rrtype", "rdata", "first_seen", "last_seen", "count", "seen_as", "ttl", "bailiwick", "source", "source_url", "provenance", "note", "tlp", "import_id", "line"
  FROM "segment_abababababab"."resolutions_address6" AS part
  WHERE key IN ('42540766411282592856903984951653826561'::UHUGEINT)
  UNION ALL
  SELECT 'sample' AS dataset, "rrname", "rrtype", "rdata", "first_seen", "last_seen", "count", "seen_as", "ttl", "bailiwick", "source", "source_url", "provenance", "note", "tlp", "import_id", "line"
  FROM "segment_abababababab"."resolutions_rdata" AS part
  WHERE key IN (814753287) AND (base, rest) IN (SELECT (base, rest) FROM "_lookup"."seed_keys_names" WHERE NOT below)
  UNION ALL
  SELECT 'sample' AS dataset, "rrname", "rrtype", "rdata", "first_seen", "last_seen", "count", "seen_as", "ttl", "bailiwick", "source", "source_url", "provenance", "note", "tlp", "import_id", "line"
  FROM "segment_abababababab"."resolutions_rdata" AS part
  WHERE key IN (3573878694) AND EXISTS (
      SELECT 1 FROM "_lookup"."seed_keys_names" AS n WHERE n.below AND n.base = part.base
      AND (n.rest = '' OR n.rest = part.rest OR starts_with(part.rest, n.rest || '.')))
),
once AS (
  SELECT dataset, "rrname", "rrtype", "rdata", "first_seen", "last_seen", "count", "seen_as", "ttl", "bailiwick", "source", "source_url", "provenance", "note", "tlp",
    min({'import_id': import_id, 'line': line}) AS origin
  FROM found GROUP BY ALL
),
numbered AS (
  SELECT *, row_number() OVER () AS number FROM once
)
SELECT dataset, "rrname", "rrtype", "rdata", "first_seen", "last_seen", "count", "seen_as", "ttl", "bailiwick", "source", "source_url", "provenance", "note", "tlp", origin.import_id AS import_id, origin.line AS line
FROM numbered
WHERE ("last_seen" IS NULL OR "last_seen" >= make_timestamp(0)) AND ("first_seen" IS NULL OR "first_seen" < make_timestamp(86400000000))
  AND number NOT IN (
    SELECT number FROM (SELECT *, ip4_number(value_of_key)::UINTEGER AS key
    FROM (SELECT *, CASE WHEN regexp_matches(rdata, '^\d{1,3}(\.\d{1,3}){3}$') THEN rdata WHEN rrtype = 'PTR' AND regexp_matches(rrname, '^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.in-addr\.arpa$') THEN regexp_replace(rrname, '^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.in-addr\.arpa$', '\4.\3.\2.\1') END AS value_of_key FROM numbered)
    WHERE value_of_key IS NOT NULL) AS part
    WHERE key BETWEEN 3405803776 AND 3405804031
  )
ORDER BY "last_seen" DESC NULLS LAST, "rrname" NULLS LAST, "rrtype" NULLS LAST, "rdata" NULLS LAST, "seen_as" NULLS LAST, "bailiwick" NULLS LAST, "source" NULLS LAST, "first_seen" NULLS LAST, "count" NULLS LAST, "ttl" NULLS LAST, "source_url" NULLS LAST, "provenance" NULLS LAST, "note" NULLS LAST, "tlp" NULLS LAST, dataset
LIMIT 100;

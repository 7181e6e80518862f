/**
 * SQL that gives `rows` made-up resolutions, the same on each machine: a few
 * addresses host tens of thousands of names, one registrable name has hundreds
 * of thousands below it, parking fills whole ranges, few nameservers serve
 * most zones. Names are of RFC 2606, addresses of private and benchmark ranges.
 */
export function benchRowsSql(rows: number): string {
  return `SELECT rrname, rrtype,
  CASE rrtype
    WHEN 'NS' THEN 'ns' || (1 + a % 2) || '.dns' || (b % 20) || '.example'
    WHEN 'CNAME' THEN 'edge' || (a % 5000) || '.cdn.example'
    ELSE ${dotted("address")} END AS rdata,
  make_timestamp(1262304000000000 + (b % 315360000) * 1000000) AS first_seen,
  make_timestamp(1262304000000000 + (b % 315360000 + a % 31536000) * 1000000) AS last_seen,
  1 + c % 1000 AS count, 'wire' AS seen_as, 'example' AS bailiwick,
  'sensor ' || (c % 4) AS source, 'bench' AS import_id, i + 1 AS line
FROM (
  SELECT *,
    CASE WHEN a % 100 < 5 THEN 'NS' WHEN a % 100 < 10 THEN 'CNAME' ELSE 'A' END AS rrtype,
    CASE WHEN b % 100 < 10 THEN 3232235520 + b % 40
         WHEN b % 100 < 15 THEN 3323068416 + c % 4096
         ELSE 167772160 + (a * 7 + b) % ${Math.ceil(rows / 2)} END AS address,
    CASE WHEN c % 100 < 3 THEN 'user' || (a % ${
    Math.ceil(rows / 30)
  }) || '.dyn.example'
         ELSE (['www', 'mail', 'api', 'shop', 'a' || (b % 20)])[1 + b % 5] || '.d' || (c % ${
    Math.ceil(rows / 12)
  }) || '.example' END AS rrname
  FROM (
    SELECT i, ${mixed(1)} AS a, ${mixed(2)} AS b, ${mixed(3)} AS c
    FROM range(${rows}) AS t(i)
  )
)`;
}

/** A number below 2^31 that looks random, by multiplication and shift alone. */
function mixed(seed: number): string {
  const step = `((i + ${seed * 7919}) * 1654435761) % 2147483648`;
  return `((xor((${step}), (${step}) >> 13) * ${
    1246822519 + seed * 2
  }) >> 9) % 2147483648`;
}

function dotted(column: string): string {
  return [24, 16, 8, 0].map((shift) => `((${column} >> ${shift}) & 255)`).join(
    " || '.' || ",
  );
}

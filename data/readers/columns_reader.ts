import { commonColumns } from "../kinds/common.ts";
import type { DatasetKind, KindColumn } from "../kinds/kind.ts";
import { datasetKinds } from "../kinds/mod.ts";
import { identifier, literal } from "../sql/literal.ts";
import { missingIn } from "./nearest_kind.ts";
import type { Head, Reader, Sniffed } from "./reader.ts";

/** Columns that every import fills by itself. */
const FILLED = new Set(["import_id", "line"]);

/** A reader of files whose columns carry a kind's names. */
export function columnsReader(
  names: Pick<Reader, "format" | "title" | "input">,
  applies: (head: Head) => boolean,
): Reader {
  return {
    ...names,
    version: 1,
    checks: [],
    sniff: (head) => applies(head) ? kindOfColumns(head.columns) : null,
    columns: (kind) => readColumns(kind).map(({ name }) => name),
    select: columnsSelect,
  };
}

/** The kind whose columns these are: all required ones are there, and more fit than of any other kind. */
function kindOfColumns(columns: readonly string[]): Sniffed | null {
  const given = new Set(columns.map((name) => name.trim().toLowerCase()));
  const fits = datasetKinds.map((kind) => ({
    kind,
    confidence: fit(kind, given),
  }));
  const best = fits.reduce((a, b) => b.confidence > a.confidence ? b : a);
  return best.confidence > 0 ? best : null;
}

function fit(kind: DatasetKind, given: ReadonlySet<string>): number {
  if (missingIn(kind, [...given]).length > 0) return 0;
  const own = kind.columns.filter(({ name }) => given.has(name)).length;
  const common = commonColumns.filter(({ name }) => given.has(name)).length;
  if (own < Math.min(2, kind.columns.length)) return 0;
  return Math.min(
    0.95,
    (own + common) / Math.max(given.size, 1) - 0.01 + own / 1000,
  );
}

/** The query for a kind: each column in normal form, and the first reason to reject the row. */
function columnsSelect(kind: DatasetKind): string {
  const columns = readColumns(kind);
  const raw = columns.map(({ name }) =>
    `given(json_extract_string(record, ${literal(`$."${name}"`)})) AS ${
      identifier(`raw_${name}`)
    }`
  );
  const values = columns.map((column) =>
    `${valueSql(column)} AS ${identifier(column.name)}`
  );
  const reasons = [
    ...columns.flatMap((column) => reasonsOf(column)),
    ...rowReasons(kind),
  ];
  return `WITH given_rows AS (
  SELECT line, record IS NOT NULL AS readable, ${raw.join(", ")}
  FROM (
    SELECT line, CASE WHEN json_valid(text) AND json_type(text) = 'OBJECT' THEN text END AS record
    FROM lines WHERE trim(text) <> ''
  )
), normal AS (
  SELECT line, readable, ${
    columns.map(({ name }) => identifier(`raw_${name}`)).join(", ")
  }, ${values.join(", ")}
  FROM (SELECT * FROM given_rows)
)
SELECT line, CASE WHEN NOT readable THEN 'not a JSON object' ${
    reasons.join(" ")
  } END AS reason, ${columns.map(({ name }) => identifier(name)).join(", ")}
FROM normal`;
}

function readColumns(kind: DatasetKind): readonly KindColumn[] {
  return [...kind.columns, ...commonColumns].filter(({ name }) =>
    !FILLED.has(name)
  );
}

const byType: Readonly<
  Record<string, (raw: string, column: KindColumn) => string>
> = {
  TIMESTAMP: (raw) => `utc(${raw})`,
  BIGINT: (raw) => `whole(${raw})`,
  INTEGER: (raw) => `try_cast(whole(${raw}) AS INTEGER)`,
  "VARCHAR[]": (raw) =>
    `CASE WHEN ${raw} LIKE '[%' THEN from_json(${raw}, '["VARCHAR"]') WHEN ${raw} IS NOT NULL THEN regexp_split_to_array(${raw}, '\\s*[;,|]\\s*') END`,
  VARCHAR: textSql,
};

const lowerCased = new Set([
  "md5",
  "sha1",
  "sha256",
  "sha512",
  "imphash",
  "authentihash",
  "certificate",
]);

function textSql(raw: string, column: KindColumn): string {
  const type = column.indicator;
  if (column.values) return `lower(${raw})`;
  if (type === "domain" || type === "nameserver") return `host(${raw})`;
  if (type === "mixed") return `mixed(${raw})`;
  if (type === "asn") {
    return `'AS' || nullif(regexp_extract(${raw}, '^(?:[aA][sS][nN]?)?\\s*(\\d+)$', 1), '')`;
  }
  if (type !== undefined && lowerCased.has(type)) {
    return `lower(replace(${raw}, ':', ''))`;
  }
  return type === "url" || type === "email" ? `refang(${raw})` : raw;
}

function valueSql(column: KindColumn): string {
  const raw = identifier(`raw_${column.name}`);
  const write = byType[column.type] ?? ((text: string) => text);
  return write(raw, column);
}

/** What is wrong with a row whose columns can each be read. */
function rowReasons({ columns, times, checks = [] }: DatasetKind): string[] {
  const negative = columns.filter(({ type }) => type === "BIGINT")
    .map(({ name }) => ({
      when: `${identifier(name)} < 0`,
      reason: `${name} is negative`,
    }));
  const backwards = times?.shape === "span"
    ? [{
      when: `${times.last} < ${times.first}`,
      reason: `${times.last} is before ${times.first}`,
    }]
    : [];
  return [...backwards, ...negative, ...checks].map(({ when, reason }) =>
    `WHEN ${when} THEN ${literal(reason)}`
  );
}

function reasonsOf(column: KindColumn): string[] {
  const raw = identifier(`raw_${column.name}`);
  const value = identifier(column.name);
  const when = (condition: string, reason: string) =>
    `WHEN ${condition} THEN ${literal(reason)}`;
  return [
    ...(column.required
      ? [when(`${raw} IS NULL`, `${column.name} is missing`)]
      : []),
    when(
      `${raw} IS NOT NULL AND ${value} IS NULL`,
      `${column.name} cannot be read`,
    ),
    ...(column.values
      ? [
        when(
          `${value} NOT IN (${column.values.map(literal).join(", ")})`,
          `${column.name} is none of ${column.values.join(", ")}`,
        ),
      ]
      : []),
    ...(column.indicator === "domain" && column.type === "VARCHAR"
      ? [when(`NOT is_host(${value})`, `${column.name} is no host name`)]
      : []),
  ];
}

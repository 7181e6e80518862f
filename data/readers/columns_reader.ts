import { commonColumns } from "../kinds/common.ts";
import type { DatasetKind, KindColumn } from "../kinds/kind.ts";
import { datasetKinds } from "../kinds/mod.ts";
import { identifier, literal } from "../sql/literal.ts";
import { missingIn } from "./nearest_kind.ts";
import type { Head, Reader, Sniffed } from "./reader.ts";
import { unobservable, unreadableTime } from "./times.ts";
import { notWhole } from "./whole.ts";

/** Columns that every import fills by itself. */
const FILLED = new Set(["import_id", "line"]);

/** A reader of files whose columns carry a kind's names. */
export function columnsReader(
  names: Pick<Reader, "format" | "title" | "input">,
  applies: (head: Head) => boolean,
): Reader {
  return {
    ...names,
    version: 2,
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
    `filled(json_extract_string(record, ${literal(`$."${name}"`)})) AS ${
      rawName(name)
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
    columns.map(({ name }) => rawName(name)).join(", ")
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
  "VARCHAR[]": (raw, column) =>
    `list_transform(list_filter(CASE WHEN ${raw} LIKE '[%' THEN from_json(${raw}, '["VARCHAR"]') WHEN ${raw} IS NOT NULL THEN regexp_split_to_array(${raw}, '\\s*[;,|]\\s*') END,
      lambda value: trim(value) <> ''), lambda value: ${
      column.indicator === undefined ? "value" : listed
    })`,
  VARCHAR: textSql,
};

/** A name among others that are none, as addresses are among those of a certificate. */
const listed =
  "CASE WHEN is_host(trim(value)) THEN coalesce(host(trim(value)), value) ELSE value END";

/** By type of the indicator: its normal form. */
const byIndicator: Readonly<Record<string, (raw: string) => string>> = {
  domain: (raw) => `CASE WHEN is_host(${raw}) THEN host(${raw}) END`,
  nameserver: (raw) => `CASE WHEN is_host(${raw}) THEN host(${raw}) END`,
  mixed: (raw) => `mixed(${raw})`,
  url: (raw) => `url(${raw})`,
  email: (raw) => `reader_email(${raw}, '')`,
  tracker: (raw) => `reader_tracker(${raw}, '')`,
  asn: (raw) =>
    `'AS' || try_cast(nullif(regexp_extract(${raw}, '^(?:[aA][sS][nN]?)?\\s*(\\d+)$', 1), '') AS UINTEGER)`,
  md5: fingerprint,
  sha1: fingerprint,
  sha256: fingerprint,
  sha512: fingerprint,
  imphash: fingerprint,
  authentihash: fingerprint,
  certificate: fingerprint,
};

function fingerprint(raw: string): string {
  return `lower(replace(${raw}, ':', ''))`;
}

function textSql(raw: string, column: KindColumn): string {
  if (column.values) return `lower(${raw})`;
  return byIndicator[column.indicator ?? ""]?.(raw) ?? raw;
}

function rawName(name: string): string {
  return identifier(`raw_${name}`);
}

function valueSql(column: KindColumn): string {
  if (column.normal) return column.normal(rawName);
  const write = byType[column.type] ?? ((text: string) => text);
  return write(`trim(${rawName(column.name)})`, column);
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

function unreadable(
  { name, type }: KindColumn,
  { raw, value }: { raw: string; value: string },
): string {
  const reason = unreadableBy[type]?.(name, raw) ??
    literal(`${name} cannot be read`);
  return `WHEN ${raw} IS NOT NULL AND ${value} IS NULL THEN ${reason}`;
}

/** By type: SQL of the reason against a text that is none. */
const unreadableBy: Readonly<
  Record<string, (name: string, raw: string) => string>
> = {
  TIMESTAMP: unreadableTime,
  BIGINT: notWhole,
  VARCHAR: (name) => literal(`${name} cannot be read`),
};

function reasonsOf(column: KindColumn): string[] {
  const raw = rawName(column.name);
  const value = identifier(column.name);
  const when = (condition: string, reason: string) =>
    `WHEN ${condition} THEN ${literal(reason)}`;
  return [
    ...(column.required
      ? [when(`${raw} IS NULL`, `${column.name} is missing`)]
      : []),
    unreadable(column, { raw, value }),
    ...(column.type === "TIMESTAMP" && !column.unbounded
      ? [when(`NOT observable(${value})`, unobservable(column.name))]
      : []),
    ...(column.values
      ? [
        when(
          `${value} NOT IN (${column.values.map(literal).join(", ")})`,
          `${column.name} is none of ${column.values.join(", ")}`,
        ),
      ]
      : []),
    ...(column.holds
      ? [
        when(
          `mixed_type(${value}) NOT IN (${
            column.holds.map(literal).join(", ")
          }) OR (mixed_type(${value}) IS NULL AND NOT is_host(${value}))`,
          `${column.name} is none of ${column.holds.join(", ")}`,
        ),
      ]
      : []),
  ];
}

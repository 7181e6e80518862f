import type { PivotOutput } from "@pivotbook/cells";
import type { IndicatorType, Row, Value } from "@pivotbook/data";
import { formatCount, formatDay } from "../format.ts";

/** Something that a header says of an indicator of some types. */
interface TypeFact {
  readonly title: string;
  readonly types: readonly IndicatorType[];
  /** The dataset kind whose rows are read, those outside of the span too. */
  readonly kind: string;
  /** SQL over these rows that gives one value: a count, a text, or a moment where it `isDay`. */
  readonly sql: string;
  readonly isDay?: boolean;
}

/** A fact of a header, as it is written. */
export interface OwnFact {
  readonly title: string;
  readonly text: string;
}

const registered: readonly IndicatorType[] = [
  "email",
  "person",
  "organization",
  "phone",
  "address",
  "nameserver",
];
const hashes: readonly IndicatorType[] = ["md5", "sha1", "sha256"];

/** What a reader wants to know first of each type, beside its sightings. */
const typeFacts: readonly TypeFact[] = [
  {
    title: "registrations with it",
    types: registered,
    kind: "whois",
    sql: "count(DISTINCT subject)",
  },
  {
    title: "as",
    types: registered,
    kind: "whois",
    sql: listOf("section"),
  },
  {
    title: "first in a record of",
    types: registered,
    kind: "whois",
    sql: "min(observed_at)",
    isDay: true,
  },
  {
    title: "last in a record of",
    types: registered,
    kind: "whois",
    sql: "max(observed_at)",
    isDay: true,
  },
  {
    title: "zones",
    types: ["nameserver"],
    kind: "resolutions",
    sql: "count(DISTINCT rrname) FILTER (WHERE rrtype = 'NS')",
  },
  {
    title: "networks",
    types: ["asn", "organization"],
    kind: "netblocks",
    sql: "count(DISTINCT first_address || '-' || last_address)",
  },
  {
    title: "addresses",
    types: ["cidr"],
    kind: "resolutions",
    sql: "count(DISTINCT rdata) FILTER (WHERE rrtype IN ('A', 'AAAA'))",
  },
  { title: "family", types: hashes, kind: "samples", sql: listOf("family") },
  { title: "name", types: hashes, kind: "samples", sql: listOf("name") },
  { title: "type", types: hashes, kind: "samples", sql: listOf("mime") },
  {
    title: "samples",
    types: ["imphash", "ssdeep"],
    kind: "samples",
    sql: "count(DISTINCT coalesce(sha256, sha1, md5))",
  },
  {
    title: "family",
    types: ["imphash", "ssdeep"],
    kind: "samples",
    sql: listOf("family"),
  },
  { title: "bytes", types: hashes, kind: "samples", sql: "max(size)" },
  {
    title: "linked names and addresses",
    types: hashes,
    kind: "sample_links",
    sql: "count(DISTINCT indicator)",
  },
  {
    title: "subject",
    types: ["certificate"],
    kind: "certificates",
    sql: listOf("subject"),
  },
  {
    title: "issuer",
    types: ["certificate"],
    kind: "certificates",
    sql: listOf("issuer"),
  },
  {
    title: "valid from",
    types: ["certificate"],
    kind: "certificates",
    sql: "min(not_before)",
    isDay: true,
  },
  {
    title: "valid to",
    types: ["certificate"],
    kind: "certificates",
    sql: "max(not_after)",
    isDay: true,
  },
  {
    title: "hosts",
    types: ["certificate"],
    kind: "certificates",
    sql: "count(DISTINCT coalesce(host, address))",
  },
  {
    title: "tracker of",
    types: ["tracker"],
    kind: "web_attributes",
    sql: listOf("name"),
  },
  {
    title: "hosts",
    types: ["tracker"],
    kind: "web_attributes",
    sql: "count(DISTINCT host)",
  },
  {
    title: "samples",
    types: ["keyword"],
    kind: "samples",
    sql: "count(DISTINCT coalesce(sha256, sha1, md5))",
  },
  {
    title: "publications",
    types: ["cve", "keyword", "url", "person", "organization"],
    kind: "osint",
    sql: "count(DISTINCT coalesce(url, title))",
  },
];

/** Values of a column, each once; at most three of them are named. */
function listOf(column: string): string {
  const values = `list_sort(list_distinct(list(${column})))`;
  return `nullif(array_to_string(${values}[:3], ', ') || CASE WHEN count(DISTINCT ${column}) > 3 THEN ', …' ELSE '' END, '')`;
}

/** The facts of a pivot over one indicator of which there are rows; of several, each would have its own. */
function wanted({ seeds, tables }: PivotOutput): readonly TypeFact[] {
  const [only, ...others] = seeds;
  if (only === undefined || others.length > 0) return [];
  return typeFacts.filter(({ types, kind }) =>
    types.includes(only.type) &&
    tables.some((table) => table.kind === kind && !table.empty)
  );
}

/** SQL of the facts' values as columns, each with a comma before it; `tableOf` gives the table of a kind. */
export function typeFactsSql(
  output: PivotOutput,
  tableOf: (kind: string) => string,
): string {
  return wanted(output).map(({ kind, sql }, place) =>
    `,\n  (SELECT ${sql} FROM ${tableOf(kind)}) AS fact_${place}`
  ).join("");
}

/** The facts from the row that `typeFactsSql` gives; those without a value are left out. */
export function typeFactsOf(output: PivotOutput, row: Row): readonly OwnFact[] {
  return wanted(output).flatMap(({ title, isDay = false }, place) => {
    const value = row[`fact_${place}`] ?? null;
    const text = textOf(value, { isDay });
    return text === "" ? [] : [{ title, text }];
  });
}

function textOf(value: Value, { isDay }: { isDay: boolean }): string {
  if (typeof value === "string") return value;
  if (typeof value === "bigint" && isDay) return formatDay(value);
  const number = Number(value ?? 0);
  return number === 0 ? "" : formatCount(number);
}

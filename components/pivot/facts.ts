import type { PivotOutput, PivotTable } from "@pivotbook/cells";
import {
  type Engine,
  qualified,
  type Row,
  rowsOf,
  type RunOptions,
} from "@pivotbook/data";
import { type OwnFact, typeFactsOf, typeFactsSql } from "./type_facts.ts";

/** What the header of a pivot says beside its indicators. */
export interface PivotFacts {
  readonly firstSeen: bigint | null;
  readonly lastSeen: bigint | null;
  readonly names: NowAndEver;
  readonly addresses: NowAndEver;
  readonly lists: InAndOut;
  readonly alerts: InAndOut;
  /** Rows that were made up to fill a sample. */
  readonly synthetic: number;
  readonly network: PivotNetwork | null;
  readonly registrant: Registered | null;
  readonly registrar: Registered | null;
  /** What is to be said of its type. */
  readonly own: readonly OwnFact[];
}

/** How many there are in the last week of sightings, and in all of them, whatever the window. */
export interface NowAndEver {
  readonly now: number;
  readonly ever: number;
}

/** How many there are in the window, and how many only outside of it. */
export interface InAndOut {
  readonly inside: number;
  readonly outside: number;
}

/** Who holds the address. */
export interface PivotNetwork {
  readonly asn: string | null;
  readonly holder: string | null;
  readonly synthetic: boolean;
}

/** What the newest registration record says. */
export interface Registered {
  readonly name: string;
  readonly synthetic: boolean;
}

/** Reads the header's facts from the pivot's tables, with one query. */
export async function readFacts(
  engine: Engine,
  { output, ...options }: RunOptions & { output: PivotOutput },
): Promise<PivotFacts> {
  const [row = {}] = rowsOf(await engine.query(factsSql(output), options));
  return {
    firstSeen: timeOf(row["first_seen"]),
    lastSeen: timeOf(row["last_seen"]),
    names: nowAndEver(row, "names"),
    addresses: nowAndEver(row, "addresses"),
    lists: inAndOut(row, "lists"),
    alerts: inAndOut(row, "alerts"),
    synthetic: Number(row["synthetic"] ?? 0),
    network: networkOf(row),
    registrant: registered(row, "registrant"),
    registrar: registered(row, "registrar"),
    own: typeFactsOf(output, row),
  };
}

/** Sightings that are as old count as present: sensors do not see everything every day. */
const PRESENT = "INTERVAL 7 DAY";

function factsSql(output: PivotOutput): string {
  const { schema, tables } = output;
  const of = (name: string) => qualified(schema, name);
  return `WITH seen AS (
  SELECT rrname, rdata, coalesce(last_seen >= max(last_seen) OVER () - ${PRESENT}, false) AS present
  FROM ${everything(output, "resolutions")} WHERE rrtype IN ('A', 'AAAA')
), names AS (
  SELECT count(DISTINCT rrname) AS names_ever, count(DISTINCT rrname) FILTER (WHERE present) AS names_now,
    count(DISTINCT rdata) AS addresses_ever, count(DISTINCT rdata) FILTER (WHERE present) AS addresses_now
  FROM seen
), registration AS (
  SELECT ${newest("registrant", REGISTRANT)}, ${newest("registrar", REGISTRAR)}
  FROM ${everything(output, "whois")}
), network AS (
  SELECT asn, coalesce(as_name, organization) AS holder, provenance AS network_provenance
  FROM ${everything(output, "netblocks")} ORDER BY first_address DESC LIMIT 1
)
SELECT first_seen, last_seen, names.*, registration.*, network.*,
  (SELECT count(DISTINCT source) FROM ${of("blocklist")}) AS lists,
  (SELECT count(DISTINCT source) FROM ${
    everything(output, "blocklist")
  }) AS lists_ever,
  (SELECT count(*) FROM ${of("alerts")}) AS alerts,
  (SELECT count(*) FROM ${everything(output, "alerts")}) AS alerts_ever,
  ${syntheticSql(tables)} AS synthetic${
    typeFactsSql(output, (kind) => everything(output, kind))
  }
FROM ${of("summary")}, names, registration LEFT JOIN network ON true`;
}

const REGISTRANT =
  "section = 'registrant' AND field IN ('organization', 'name')";
const REGISTRAR =
  "field = 'registrar' OR (section = 'registrar' AND field IN ('organization', 'name'))";

/** The value of the newest record that has one, an organization before a person, and where it comes from. */
function newest(name: string, condition: string): string {
  const order = "(observed_at, field <> 'name')";
  return ["value", "provenance"].map((column) =>
    `arg_max(${column}, ${order}) FILTER (WHERE ${condition}) AS ${name}_${column}`
  ).join(", ");
}

/** The table of a kind with its rows outside of the window, too. */
function everything({ schema, tables }: PivotOutput, kind: string): string {
  const table = tables.find((one) => one.kind === kind);
  return table?.unfiltered ?? qualified(schema, kind);
}

function syntheticSql(tables: readonly PivotTable[]): string {
  const counts = tables.filter(({ rows }) => rows > 0).map(({ table }) =>
    `(SELECT count(*) FROM ${table} WHERE provenance = 'synthetic')`
  );
  return counts.join(" + ") || "0";
}

function nowAndEver(row: Row, name: string): NowAndEver {
  const number = (when: string) => Number(row[`${name}_${when}`] ?? 0);
  return { now: number("now"), ever: number("ever") };
}

function inAndOut(row: Row, name: string): InAndOut {
  const inside = Number(row[name] ?? 0);
  return { inside, outside: Number(row[`${name}_ever`] ?? 0) - inside };
}

function registered(row: Row, name: string): Registered | null {
  const value = textOf(row[`${name}_value`]);
  const synthetic = row[`${name}_provenance`] === "synthetic";
  return value === null ? null : { name: value, synthetic };
}

function networkOf(row: Row): PivotNetwork | null {
  const asn = textOf(row["asn"]);
  const holder = textOf(row["holder"]);
  if (asn === null && holder === null) return null;
  return { asn, holder, synthetic: row["network_provenance"] === "synthetic" };
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function timeOf(value: unknown): bigint | null {
  return typeof value === "bigint" ? value : null;
}

import type { PivotOutput } from "@pivotbook/cells";
import {
  type Engine,
  qualified,
  type Row,
  rowsOf,
  type RunOptions,
} from "@pivotbook/data";

/** What the header of a pivot says beside its indicators. */
export interface PivotFacts {
  readonly firstSeen: bigint | null;
  readonly lastSeen: bigint | null;
  readonly names: number;
  readonly addresses: number;
  readonly lists: number;
  readonly alerts: number;
  /** Rows that were made up to fill a sample. */
  readonly synthetic: number;
  readonly network: PivotNetwork | null;
}

/** Who holds the address. */
export interface PivotNetwork {
  readonly asn: string | null;
  readonly holder: string | null;
  readonly synthetic: boolean;
}

/** Reads the header's facts from the pivot's tables. */
export async function readFacts(
  engine: Engine,
  output: PivotOutput,
  options: RunOptions,
): Promise<PivotFacts> {
  const [row = {}] = rowsOf(await engine.query(factsSql(output), options));
  const network = rowsOf(await engine.query(networkSql(output), options));
  return {
    firstSeen: timeOf(row["first_seen"]),
    lastSeen: timeOf(row["last_seen"]),
    names: Number(row["names"] ?? 0),
    addresses: Number(row["addresses"] ?? 0),
    lists: Number(row["lists"] ?? 0),
    alerts: Number(row["alerts"] ?? 0),
    synthetic: Number(row["synthetic"] ?? 0),
    network: network[0] ? networkOf(network[0]) : null,
  };
}

function factsSql({ schema, tables }: PivotOutput): string {
  const synthetic = tables.filter(({ rows }) => rows > 0).map(({ table }) =>
    `(SELECT count(*) FROM ${table} WHERE provenance = 'synthetic')`
  ).join(" + ");
  const of = (name: string) => qualified(schema, name);
  return `SELECT first_seen, last_seen, names, addresses, (SELECT count(DISTINCT source) FROM ${
    of("blocklist")
  }) AS lists, (SELECT count(*) FROM ${of("alerts")}) AS alerts, ${
    synthetic || "0"
  } AS synthetic FROM ${of("summary")}`;
}

function networkSql({ schema }: PivotOutput): string {
  return `SELECT asn, coalesce(as_name, organization) AS holder, provenance FROM ${
    qualified(schema, "netblocks")
  } ORDER BY first_address DESC LIMIT 1`;
}

function networkOf(row: Row): PivotNetwork {
  const text = (name: string) =>
    typeof row[name] === "string" ? String(row[name]) : null;
  return {
    asn: text("asn"),
    holder: text("holder"),
    synthetic: row["provenance"] === "synthetic",
  };
}

function timeOf(value: unknown): bigint | null {
  return typeof value === "bigint" ? value : null;
}

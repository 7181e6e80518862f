import { createDbWorker } from "sql.js-httpvfs";
import type { Indicator } from "@pivotbook/data";
import ipaddr from "ipaddr.js";
import type { Work } from "./work.ts";

/** The work done by SQLite in WebAssembly over HTTP ranges. */
export async function sqliteWork(url: string): Promise<Work> {
  const { db } = await createDbWorker(
    [{
      from: "inline",
      config: { serverMode: "full", requestChunkSize: 4096, url },
    }],
    "/assets/sqlite.worker.js",
    "/assets/sql-wasm.wasm",
  );
  // The package's types leave out what it takes over from sql.js.
  const { exec } = db as unknown as SqlJs;
  const rows = async (sql: string): Promise<unknown[][]> =>
    (await exec(sql))[0]?.values ?? [];
  const lookup = async (keys: readonly Indicator[]): Promise<number> =>
    (await rows(lookupSql(keys))).length;
  return {
    lookup,
    async pivot(names) {
      const list = names.map((name) => `'${reversed(name)}'`).join(", ");
      const addresses = await rows(
        `SELECT DISTINCT ip4 FROM rows WHERE rname IN (${list}) AND ip4 IS NOT NULL`,
      );
      return (await rows(
        `SELECT * FROM rows WHERE ip4 IN (${addresses.flat().join(", ")})`,
      )).length;
    },
    async histogram() {
      return (await rows(
        "SELECT first_seen / 86400000000 AS day, count(*) FROM rows GROUP BY day",
      )).length;
    },
  };
}

interface SqlJs {
  exec(sql: string): Promise<{ values: unknown[][] }[]>;
}

function lookupSql(keys: readonly Indicator[]): string {
  return keys.map(({ type, value }) => conditions[type]?.(value) ?? "").map((
    condition,
  ) => `SELECT * FROM rows WHERE ${condition}`).join(" UNION ");
}

const conditions: Readonly<Record<string, (value: string) => string>> = {
  domain: (value) =>
    value.startsWith("*.")
      ? below(reversed(value.slice(2)))
      : `rname = '${
        reversed(value)
      }' UNION SELECT * FROM rows WHERE target = '${value}'`,
  ipv4: (value) => `ip4 = ${number(value)}`,
  cidr: (value) => {
    const [address, length] = ipaddr.parseCIDR(value);
    const low = number(address.toString());
    return `ip4 BETWEEN ${low} AND ${low + 2 ** (32 - length) - 1}`;
  },
};

function below(base: string): string {
  return `rname = '${base}' OR (rname > '${base}.' AND rname < '${base}/')`;
}

function reversed(name: string): string {
  return name.split(".").reverse().join(".");
}

function number(address: string): number {
  return ipaddr.parse(address).toByteArray().reduce(
    (sum, byte) => sum * 256 + byte,
    0,
  );
}

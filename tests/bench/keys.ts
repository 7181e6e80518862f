import { openSqlite } from "./sqlite_module.ts";
import type { Indicator } from "@pivotbook/data";
import type { Work } from "./work.ts";

/** One piece of measured work. */
export interface BenchCase {
  readonly name: string;
  readonly call: keyof Work;
  /** Arguments of each repetition. */
  readonly runs: readonly (readonly unknown[])[];
  /** Whether it runs in a page of its own: what others have read would tell nothing. */
  readonly alone?: boolean;
}

const REPEATS = 5;

/** The cases of the lookup benchmark, with keys picked from the rows at fixed places. */
export function benchCases(sqlite: string, rows: number): BenchCase[] {
  const database = openSqlite(sqlite, { readOnly: true });
  const pick = database.prepare(
    "SELECT rrname, rdata FROM rows WHERE rowid >= ? AND rrtype = 'A' AND rrname LIKE ? AND rrname NOT LIKE '%.dyn.example' AND rdata LIKE ? AND EXISTS (SELECT 1 FROM rows AS o WHERE o.rname = rows.rname AND o.rdata LIKE '192.168.%') = ? LIMIT 1",
  );
  const at = (part: number, address = "10.%", crowded = 0): Picked =>
    pick.get(
      1 + Math.floor(rows * part * 0.9),
      "%.d%.example",
      address,
      crowded,
    ) as unknown as Picked;
  const spread = (count: number, offset: number): Picked[] =>
    Array.from({ length: count }, (_, i) => at((i + offset) / (count + 1)));
  const names = spread(REPEATS, 0.3);
  const addresses = spread(REPEATS, 0.6);
  const set = [...spread(99, 0.5), at(0.5, "192.168.%", 1)].map(({ rrname }) =>
    rrname
  );
  database.close();
  const one = (type: Indicator["type"], value: string) => [[{ type, value }]];
  return [
    {
      name: "attach",
      call: "lookup",
      runs: [[[
        { type: "domain", value: "first.example" },
        { type: "ipv4", value: "10.0.0.1" },
      ]]],
    },
    {
      name: "name",
      call: "lookup",
      runs: names.map(({ rrname }) => one("domain", rrname)),
    },
    {
      name: "address",
      call: "lookup",
      runs: addresses.map(({ rdata }) => one("ipv4", rdata)),
    },
    {
      name: "below a domain",
      call: "lookup",
      runs: addresses.map(({ rrname }) =>
        one("domain", `*.${rrname.split(".").slice(-2).join(".")}`)
      ),
    },
    {
      name: "/24",
      call: "lookup",
      runs: names.map(({ rdata }) =>
        one("cidr", `${rdata.split(".").slice(0, 3).join(".")}.0/24`)
      ),
    },
    { name: "set pivot", call: "pivot", runs: [[set]] },
    { name: "histogram", call: "histogram", runs: [[]], alone: true },
  ];
}

interface Picked {
  readonly rrname: string;
  readonly rdata: string;
}

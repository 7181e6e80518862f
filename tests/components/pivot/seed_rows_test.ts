import assert from "node:assert/strict";
import type { PivotOutput } from "@pivotbook/cells";
import type { DatasetView, Indicator, LookupSource } from "@pivotbook/data";
import { countSeeds } from "../../../components/pivot/seed_rows.ts";

const seeds: readonly Indicator[] = [
  { type: "ipv4", value: "192.0.2.7" },
  { type: "domain", value: "host.example" },
];

Deno.test("rows of all kinds are counted, where the pivot has looked", async () => {
  const asked: string[][] = [];
  const counts = (
    keys: readonly Indicator[],
    views: readonly DatasetView[],
  ) => {
    asked.push(views.map(({ name }) => name));
    return Promise.resolve(keys.map((indicator, index) => ({
      indicator,
      rows: index === 0 ? { resolutions: 2, whois: 3 } : {},
    })));
  };
  const lookup = { counts } as unknown as LookupSource;
  const output = { seeds, datasets: ["mine"] } as unknown as PivotOutput;
  const views = [{ name: "mine" }, { name: "other" }] as DatasetView[];
  const found = await countSeeds(lookup, { output, views });
  assert.deepEqual(found.map(({ rows }) => rows), [5, 0]);
  assert.deepEqual(asked, [["mine"]]);
});

import assert from "node:assert/strict";
import type { Indicator, LookupSource } from "@pivotbook/data";
import { RowCounts } from "../../components/row_counts.ts";

Deno.test("counts are asked in one batch, each indicator once", async () => {
  const asked: Indicator[][] = [];
  const lookup = {
    counts: (keys: readonly Indicator[]) => {
      asked.push([...keys]);
      return Promise.resolve(
        keys.toReversed().map((indicator) => ({
          indicator,
          rows: { resolutions: indicator.value.length, whois: 1 },
        })),
      );
    },
  } as unknown as LookupSource;
  const counts = new RowCounts(lookup, []);
  const one = { type: "domain", value: "a.example" } as const;
  const two = { type: "ipv4", value: "192.0.2.7" } as const;
  const rows = await Promise.all([
    counts.rows(one),
    counts.rows(two),
    counts.rows(one),
  ]);
  assert.deepEqual(rows, [10, 10, 10]);
  assert.deepEqual(asked, [[one, two]]);
});

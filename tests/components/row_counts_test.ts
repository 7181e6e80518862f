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
  const rest = Promise.withResolvers<void>();
  const counts = new RowCounts(lookup, {
    datasets: [],
    atRest: () => rest.promise,
  });
  const one = { type: "domain", value: "a.example" } as const;
  const two = { type: "ipv4", value: "192.0.2.7" } as const;
  const answers = [counts.rows(one)];
  await new Promise((resolve) => setTimeout(resolve, 60));
  assert.deepEqual(asked, [], "cells go first");
  answers.push(counts.rows(two), counts.rows(one));
  rest.resolve();
  const rows = await Promise.all(answers);
  assert.deepEqual(rows, [10, 10, 10]);
  assert.deepEqual(asked, [[one, two]]);
});

import assert from "node:assert/strict";
import fc from "fast-check";
import { datasetKinds } from "@pivotbook/data";
import { foundAgain } from "../../fakes/found_again.ts";
import { withHome } from "../../fakes/home.ts";
import { oddRow } from "../../fakes/odd_rows.ts";

for (const kind of datasetKinds) {
  Deno.test(`import of odd ${kind.name} is found by every indicator that a row shows`, async () => {
    const rows = fc.sample(oddRow(kind), { seed: 20170202, numRuns: 60 });
    const lines = rows.map((row) => JSON.stringify(row)).join("\n");
    await withHome(async (home) => {
      const { files: [file] } = await home.import({ "odd.ndjson": lines });
      assert.equal(file?.kind, kind.name);
      const { rows, lookups, missed } = await foundAgain(home, "test");
      assert.deepEqual(missed.slice(0, 5), []);
      assert.equal(rows, file?.kept);
      assert.ok(rows > 15, `${rows} rows kept: ${JSON.stringify(file)}`);
      assert.ok(lookups >= 10, `${lookups} lookups`);
    });
  });
}

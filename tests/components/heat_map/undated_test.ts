import assert from "node:assert/strict";
import type { PivotTable } from "@pivotbook/cells";
import { readUndated } from "../../../components/heat_map/undated.ts";
import { openNativeEngine } from "../../fakes/native_engine.ts";

Deno.test("rows without a date are counted by kind", async () => {
  const engine = await openNativeEngine();
  await engine.query(
    "CREATE TABLE listed AS SELECT * FROM (VALUES (NULL, NULL::DATE), (DATE '2017-02-21', NULL)) t(listed_from, listed_to); CREATE TABLE blocks AS SELECT 1 AS x",
  );
  const undated = await readUndated(engine, {
    tables: [
      { kind: "blocklist", unfiltered: "listed", empty: false },
      { kind: "netblocks", unfiltered: "blocks", empty: false },
      { kind: "resolutions", unfiltered: "nowhere", empty: true },
    ] as PivotTable[],
  });
  await engine.close();
  assert.deepEqual(undated, [{ kind: "blocklist", rows: 1 }]);
});

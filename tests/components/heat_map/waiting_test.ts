import assert from "node:assert/strict";
import { waiting } from "../../../components/heat_map/waiting.ts";
import { plotHeight } from "../../../components/heat_map/plot_view.ts";

Deno.test("what waits is as high as its lanes will be, and absent where there will be none", () => {
  const table = (kind: string, empty: boolean) => ({
    kind,
    table: "",
    rows: 0,
    empty,
    unfiltered: "",
  });
  const drawn = waiting([
    table("resolutions", false),
    table("whois", false),
    table("alerts", true),
    table("netblocks", false),
  ]) as { values: unknown[] };
  assert.deepEqual(drawn.values, [plotHeight(2) + 30]);
  assert.equal(waiting([table("netblocks", false)]), "");
});

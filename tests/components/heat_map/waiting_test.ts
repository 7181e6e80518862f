import assert from "node:assert/strict";
import { notDrawn, waiting } from "../../../components/heat_map/waiting.ts";
import { plotHeight } from "../../../components/heat_map/plot_view.ts";

Deno.test("what waits is as high as its lanes will be, and absent where there will be none", () => {
  const table = (kind: string) => ({
    kind,
    table: "",
    rows: 0,
    empty: kind === "alerts",
    unfiltered: "",
    inside: null,
  });
  const drawn = waiting([
    table("resolutions"),
    table("whois"),
    table("alerts"),
    table("netblocks"),
  ]) as { values: unknown[] };
  assert.deepEqual(drawn.values, [plotHeight(2) + 30]);
  assert.equal(waiting([table("netblocks")]), "");
});

Deno.test("an activity that does not come says why", () => {
  const { values } = notDrawn("stopped") as { values: unknown[] };
  assert.deepEqual(values, ["stopped"]);
});

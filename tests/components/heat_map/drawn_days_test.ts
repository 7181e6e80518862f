import assert from "node:assert/strict";
import { sameDays } from "../../../components/heat_map/drawn_days.ts";

Deno.test("the axis stays only for the same days of the same timeline", () => {
  const drawn = { timeline: "p.timeline", whole: { start: 3, stop: 90 } };
  assert.ok(sameDays(drawn, structuredClone(drawn)));
  assert.ok(!sameDays(null, drawn));
  assert.ok(!sameDays(drawn, { ...drawn, timeline: "q.timeline" }));
  assert.ok(!sameDays(drawn, { ...drawn, whole: { start: 3, stop: 91 } }));
  assert.ok(!sameDays(drawn, { ...drawn, whole: null }));
});

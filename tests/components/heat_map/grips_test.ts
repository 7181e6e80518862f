import assert from "node:assert/strict";
import { gripsView } from "../../../components/heat_map/grips.ts";

interface Drawn {
  readonly values: readonly unknown[];
}

Deno.test("a grip says between which days it can be moved", () => {
  const { values } = gripsView({
    brush: { start: 10, stop: 21 },
    scale: { start: 2.5, stop: 90.5, left: 0, width: 100 },
    height: 50,
    nudge: () => {},
  }) as Drawn;
  const days = values.map((grip) => (grip as Drawn).values.slice(1, 4));
  assert.deepEqual(days, [[2, 20, 10], [10, 90, 20]]);
});

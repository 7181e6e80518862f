import assert from "node:assert/strict";
import fc from "fast-check";
import { moveOf } from "../../../components/grid/keys.ts";
import {
  ROW_HEIGHT,
  scrollFor,
  viewport,
} from "../../../components/grid/viewport.ts";

const height = 330;
const totals = fc.oneof(
  fc.integer({ min: 1, max: 500 }),
  fc.integer({ min: 1, max: 3_000_000 }),
);

Deno.test("scrollFor() brings every row into the viewport, also among millions", () => {
  fc.assert(
    fc.property(
      totals,
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (total, share) => {
        const index = Math.floor(total * share);
        const top = scrollFor(index, { total, top: 0, height });
        const view = viewport(total, { top, height });
        assert(view.first <= index && index < view.last);
        const place = view.top + (index - view.first) * ROW_HEIGHT;
        assert(place >= top - ROW_HEIGHT && place <= top + height);
      },
    ),
    { seed: 3, numRuns: 500 },
  );
});

Deno.test("viewport() reaches the first and the last row", () => {
  for (const total of [1, 12, 400_000, 1_000_000, 9_000_000]) {
    const whole = viewport(total, { top: 0, height });
    assert.equal(whole.first, 0);
    const top = Math.max(0, whole.height - height);
    assert.equal(viewport(total, { top, height }).last, total);
  }
});

Deno.test("moveOf() stays inside the grid", () => {
  const grid = { active: { row: 0, column: 0 }, rows: 3, columns: 2, page: 10 };
  const move = (key: string, ctrlKey: boolean) =>
    moveOf({ key, ctrlKey }, grid);
  const [plain, control] = [false, true];
  assert.deepEqual(move("ArrowUp", plain), { row: 0, column: 0 });
  assert.deepEqual(move("PageDown", plain), { row: 2, column: 0 });
  assert.deepEqual(move("End", control), { row: 2, column: 1 });
  assert.equal(move("x", plain), null);
});

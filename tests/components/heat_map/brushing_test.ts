import assert from "node:assert/strict";
import type { Brush } from "../../../components/heat_map/brush.ts";
import { Brushing } from "../../../components/heat_map/brushing.ts";

const DRAWN = true;
const host = {
  addController() {},
  removeController() {},
  requestUpdate() {},
  updateComplete: Promise.resolve(DRAWN),
};

function brushing(): { brushing: Brushing; set: (Brush | null)[] } {
  const set: (Brush | null)[] = [];
  const map = {
    scale: () => ({ start: 0, stop: 100, left: 0, width: 1000 }),
    days: () => [10, 20, 30],
    set: (brush: Brush | null) => void set.push(brush),
  };
  return { brushing: new Brushing(host, map), set };
}

Deno.test("a walk goes from change to change and stops at the ends", () => {
  const { brushing: one } = brushing();
  const days = [1, 1, 1, 1, -1].map((by) => {
    one.walk(by as 1 | -1, { widen: false });
    return one.at;
  });
  assert.deepEqual(days, [10, 20, 30, 30, 20]);
});

Deno.test("a widened walk brushes what it passes, and is set when confirmed", () => {
  const { brushing: one, set } = brushing();
  one.walk(1, { widen: false });
  one.walk(1, { widen: true });
  assert.deepEqual(set, []);
  one.confirm();
  one.clear();
  one.clear();
  assert.deepEqual(set, [{ start: 10, stop: 21 }, null]);
});

Deno.test("the day at the keyboard is set where nothing is brushed", () => {
  const { brushing: one, set } = brushing();
  one.walk(-1, { widen: false });
  one.confirm();
  assert.deepEqual(set, [{ start: 30, stop: 31 }]);
});

Deno.test("an edge is moved by days, and a day at least is left", () => {
  const { brushing: one, set } = brushing();
  one.take({ start: 10, stop: 12 });
  one.nudge("start", -7);
  one.confirm();
  one.nudge("stop", -20);
  one.confirm();
  assert.deepEqual(set, [{ start: 3, stop: 12 }, { start: 3, stop: 4 }]);
});

/** A press or a release at a pixel of a plot that begins at the page's left. */
function pointerAt(clientX: number): PointerEvent {
  const currentTarget = {
    setPointerCapture() {},
    getBoundingClientRect: () => ({ left: 0 }),
    classList: { toggle() {} },
  };
  const event = { button: 0, pointerId: 1, clientX, currentTarget };
  return event as unknown as PointerEvent;
}

const rested = () => new Promise((resolve) => setTimeout(resolve, 700));

Deno.test("a span that keys move is not overwritten by a result that comes meanwhile", async () => {
  const { brushing: one, set } = brushing();
  one.take({ start: 10, stop: 12 });
  one.nudge("stop", 1);
  one.take({ start: 10, stop: 12 });
  one.nudge("stop", 1);
  await rested();
  assert.deepEqual(set, [{ start: 10, stop: 14 }]);
  one.take({ start: 1, stop: 2 });
  assert.deepEqual(one.brush, { start: 1, stop: 2 });
});

Deno.test("a drag that begins before the keys rest is confirmed when it is drawn", async () => {
  const { brushing: one, set } = brushing();
  one.take({ start: 10, stop: 12 });
  one.nudge("stop", 1);
  one.press(pointerAt(500));
  one.move(pointerAt(550));
  await rested();
  assert.deepEqual(set, []);
  one.release(pointerAt(605));
  assert.deepEqual(set, [{ start: 50, stop: 56 }]);
});

Deno.test("a click before the keys rest keeps what they moved", () => {
  const { brushing: one, set } = brushing();
  one.take({ start: 10, stop: 12 });
  one.nudge("stop", 1);
  one.press(pointerAt(500));
  one.release(pointerAt(501));
  assert.deepEqual(set, [{ start: 10, stop: 13 }]);
});

import assert from "node:assert/strict";
import { bodyKey } from "../../../components/grid/body_key.ts";

const grid = { active: { row: 1, column: 1 }, rows: 9, columns: 3, page: 5 };

function pressed(key: string, more: Partial<KeyboardEvent> = {}): unknown {
  const event = { key, ctrlKey: false, shiftKey: false, altKey: false };
  return bodyKey({ ...event, ...more } as KeyboardEvent, grid)?.action ?? null;
}

Deno.test("each key does one thing at the active cell", () => {
  assert.deepEqual(
    ["ArrowDown", "Enter", " ", "ContextMenu", "x"].map((key) => pressed(key)),
    ["go", "follow", "select", "menu", null],
  );
  assert.equal(pressed("ArrowRight", { shiftKey: true }), "widen");
  assert.equal(pressed("S", { altKey: true }), "sort");
  assert.equal(pressed("c"), null);
});

Deno.test("Shift copies the live form", () => {
  const plain = { key: "c", ctrlKey: true, shiftKey: false, altKey: false };
  const shifted = { ...plain, shiftKey: !plain.shiftKey };
  const live = (event: unknown) => bodyKey(event as KeyboardEvent, grid)?.live;
  assert.deepEqual([plain, shifted].map(live), [
    plain.shiftKey,
    shifted.shiftKey,
  ]);
});

import assert from "node:assert/strict";
import { GrowingPause } from "../../components/growing_pause.ts";

Deno.test("a pause doubles up to half a minute, and begins anew", () => {
  const pause = new GrowingPause();
  const pauses = Array.from({ length: 7 }, () => pause.next());
  assert.deepEqual(pauses, [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  pause.reset();
  assert.equal(pause.next(), 1000);
});

import assert from "node:assert/strict";
import {
  canRun,
  emptyWords,
  standingWords,
} from "../../../components/cell/cell_status.ts";

Deno.test("a status and its reason do not say the same twice", () => {
  const cases = [
    ["cancelled", "stopped", "stopped", ""],
    ["cancelled", "not run: seed was stopped", "not run", "seed was stopped"],
    ["idle", "not run yet", "not run", ""],
    ["disabled", "disabled", "disabled", ""],
    [
      "queued",
      "will run because seed changed",
      "waiting",
      "will run because seed changed",
    ],
  ] as const;
  for (const [status, reason, word, why] of cases) {
    assert.deepEqual(standingWords(status, reason), { word, why });
  }
});

Deno.test("a cell that waits for its turn is not said not to have run", () => {
  assert.match(emptyWords("queued"), /Waiting/);
  assert.match(emptyWords("cancelled"), /Stopped/);
  assert.ok(!canRun("queued") && canRun("cancelled"));
});

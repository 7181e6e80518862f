import assert from "node:assert/strict";
import type { CellStatus } from "@pivotbook/cells";
import {
  canRun,
  canStop,
  emptyWords,
  standingWords,
  whyUnfinished,
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

Deno.test("a result that stays in part says why, and one that is to come does not", () => {
  const why = (status: CellStatus) => whyUnfinished({ status, partial: true });
  assert.equal(why("cancelled"), "stopped");
  assert.equal(why("error"), "failed");
  assert.equal(why("running"), null);
  assert.equal(why("queued"), null);
  assert.equal(whyUnfinished({ status: "error", partial: false }), null);
});

Deno.test("a cell that is stopping says so, and cannot be stopped again", () => {
  assert.deepEqual(standingWords("stopping", "stopping"), {
    word: "stopping",
    why: "",
  });
  assert.match(emptyWords("stopping"), /Stopping/);
  assert.ok(!canStop("stopping") && canStop("running") && canStop("queued"));
  assert.ok(!canRun("stopping"));
});

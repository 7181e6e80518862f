import assert from "node:assert/strict";
import { QueryError } from "@pivotbook/data";
import { RunningEngine } from "../../../components/controllers/running_engine.ts";
import type { Runtime } from "../../../components/runtime.ts";

const DRAWN = true;
const host = {
  addController() {},
  removeController() {},
  requestUpdate() {},
  updateComplete: Promise.resolve(DRAWN),
};

const runtimeWith = (parts: Partial<Runtime>): Runtime =>
  ({ ready: Promise.resolve(), ...parts }) as Runtime;

/** Opens engines until there were `tries` pauses; gives these and what was told meanwhile. */
async function pausesOf(
  open: () => Runtime,
  tries: number,
): Promise<{ pauses: number[]; troubles: string[]; lost: number }> {
  const pauses: number[] = [];
  const troubles: string[] = [];
  const enough = Promise.withResolvers<void>();
  let lost = 0;
  const engine: RunningEngine = new RunningEngine(host, {
    opened: () => {},
    drawn: () => {},
    lost: () => lost++,
    wait(pause) {
      pauses.push(pause);
      troubles.push(engine.trouble);
      if (pauses.length < tries) return Promise.resolve();
      enough.resolve();
      return new Promise(() => {});
    },
  });
  void engine.start(open);
  await enough.promise;
  return { pauses, troubles, lost };
}

Deno.test("an engine that crashes again and again is opened after longer and longer pauses", async () => {
  const crashing = () => runtimeWith({ crashed: Promise.resolve() });
  const { pauses, troubles, lost } = await pausesOf(crashing, 7);
  assert.deepEqual(pauses, [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  assert.match(troubles[0] ?? "", /being started again/);
  assert.equal(lost, 7);
});

Deno.test("an engine that cannot be started is tried again, and the page says so", async () => {
  const failing = () =>
    runtimeWith({
      ready: Promise.reject(
        new QueryError("no worker", { code: "engine-crashed" }),
      ),
    });
  const { pauses, troubles } = await pausesOf(failing, 2);
  assert.deepEqual(pauses, [1000, 2000]);
  assert.equal(
    troubles[0],
    "The engine cannot be started: no worker; trying again",
  );
});

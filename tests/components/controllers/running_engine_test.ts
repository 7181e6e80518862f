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
): Promise<
  { engine: RunningEngine; pauses: number[]; troubles: string[]; lost: number }
> {
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
  return { engine, pauses, troubles, lost };
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

Deno.test("an engine that crashes again and again is given up, and opened once more when it is asked for", async () => {
  const told = new EventTarget();
  let opened = 0;
  const engine = new RunningEngine(
    { ...host, requestUpdate: () => told.dispatchEvent(new Event("told")) },
    {
      opened: () => opened++,
      drawn: () => {},
      lost: () => {},
      wait: () => Promise.resolve(),
    },
  );
  const givenUp = () =>
    new Promise<void>((resolve) =>
      told.addEventListener("told", () => engine.gaveUp && resolve())
    );
  const first = givenUp();
  void engine.start(() => runtimeWith({ crashed: Promise.resolve() }));
  await first;
  assert.equal(opened, 8);
  assert.equal(
    engine.trouble,
    "The engine stopped, 8 times in a row; it is not tried again",
  );
  assert.equal(engine.runtime, null);
  const second = givenUp();
  engine.again();
  await second;
  assert.equal(opened, 16);
});

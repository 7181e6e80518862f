import assert from "node:assert/strict";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { PendingCalls } from "../../../components/engine/pending_calls.ts";

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
}

const never = (): Promise<never> => new Promise(() => {});

Deno.test("PendingCalls ends the call that is worked on otherwise than those that wait", async () => {
  const calls = new PendingCalls();
  const working = calls.track(never, { working: true });
  const waiting = calls.track(never);
  calls.end({ working: "crashed", waiting: "lost" });
  calls.end({ working: "again", waiting: "again" });
  assert.deepEqual(
    await Promise.allSettled([working, waiting, calls.track(never)]),
    ["crashed", "lost", "lost"].map((reason) => ({
      status: "rejected",
      reason,
    })),
  );
});

Deno.test("PendingCalls starts nothing after the end", async () => {
  const calls = new PendingCalls();
  calls.end({ working: "crashed", waiting: "lost" });
  let started = false;
  const late = calls.track(() => {
    started = true;
    return never();
  });
  await assert.rejects(late, (reason) => reason === "lost");
  assert.ok(!started);
});

Deno.test("PendingCalls keeps no result of a call that has settled", async () => {
  const calls = new PendingCalls();
  const results: WeakRef<Uint8Array>[] = [];
  for (let call = 0; call < 20; call++) {
    const result = await calls.track(() =>
      Promise.resolve(new Uint8Array(1_000_000))
    );
    results.push(new WeakRef(result));
  }
  await new Promise((resolve) => setTimeout(resolve));
  collectGarbage();
  const kept = results.filter((result) => result.deref() !== undefined);
  assert.ok(kept.length <= 1, `${kept.length} of 20 results are kept`);
});

import assert from "node:assert/strict";
import { openNativeEngine } from "../../fakes/native_engine.ts";

const endless =
  "SELECT count(*) FROM range(300000) x, range(300000) y WHERE x.range + y.range = 1";

/** The answer, or a failure where it does not come: the query itself would run for an hour. */
async function inTime<Result>(answer: Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("Not stopped")), 10_000);
  return await Promise.race([answer, promise])
    .finally(() => clearTimeout(timer));
}

Deno.test("a query is stopped however early that is asked", async () => {
  const engine = await openNativeEngine();
  for (let tasks = 0; tasks < 20; tasks++) {
    const controller = new AbortController();
    const answer = engine.query(endless, { signal: controller.signal });
    for (let task = 0; task < tasks % 4; task++) {
      await new Promise((resolve) => setTimeout(resolve));
    }
    for (let hop = 0; hop < 4; hop++) await Promise.resolve();
    controller.abort();
    await assert.rejects(inTime(answer), { name: "AbortError" });
  }
  await engine.close();
});

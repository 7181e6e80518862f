import assert from "node:assert/strict";
import { openNativeEngine } from "../../fakes/native_engine.ts";

const endless =
  "SELECT count(*) FROM range(300000) x, range(300000) y WHERE x.range + y.range = 1";

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
    await assert.rejects(answer, { name: "AbortError" });
  }
  await engine.close();
});

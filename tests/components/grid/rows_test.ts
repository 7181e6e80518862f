import { checkGridRows } from "../../engine/grid_rows.ts";
import { openNativeEngine } from "../../fakes/native_engine.ts";

Deno.test("a grid's pages are together exactly the rows of one query, each once", async () => {
  const engine = await openNativeEngine();
  try {
    await checkGridRows(engine, { seed: 20, numRuns: 80 });
  } finally {
    await engine.close();
  }
});

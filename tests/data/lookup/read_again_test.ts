import assert from "node:assert/strict";
import { type LookupSource, QueryError, readAgain } from "@pivotbook/data";

/** A source whose calls fail with the codes, one after the other, and then count one row. */
function failing(codes: string[]): LookupSource {
  const answer = () => {
    const code = codes.shift();
    return code === undefined
      ? Promise.resolve({ rows: 1 })
      : Promise.reject(new QueryError("No", { code, remedy: "Wait" }));
  };
  return {
    name: "x",
    lookup: answer,
    counts: answer,
  } as unknown as LookupSource;
}

const ask = (codes: string[]): Promise<unknown> =>
  readAgain(failing(codes)).counts([], []);

Deno.test("readAgain() asks once more after a segment that changed, and only then", async () => {
  assert.deepEqual(await ask(["segment-changed"]), { rows: 1 });
  await assert.rejects(ask(["segment-changed", "segment-changed"]), {
    code: "segment-changed",
  });
  await assert.rejects(ask(["query-failed"]), { code: "query-failed" });
});

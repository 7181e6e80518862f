import assert from "node:assert/strict";
import type { LookupAnswer, LookupRequest, RunOptions } from "@pivotbook/data";
import { openNativeEngine } from "../../fakes/native_engine.ts";
import { TableLookup } from "../../fakes/table_lookup.ts";
import { openTestNotebook, sampleRows } from "../session/test_notebook.ts";

/** Fails for samples, the last kind, once it is told to. */
class FailingLookup extends TableLookup {
  failing = false;

  override lookup(
    request: LookupRequest,
    target: string,
    options?: RunOptions,
  ): Promise<LookupAnswer> {
    if (this.failing && request.kind.name === "samples") {
      return Promise.reject(new Error("the source is away"));
    }
    return super.lookup(request, target, options);
  }
}

const pivotOf = (indicator: string): string =>
  `\`\`\`pivot p\n${indicator}\n\`\`\`\n`;

Deno.test("a pivot whose lookup failed half way is looked up again, also for what it held before", async () => {
  const engine = await openNativeEngine();
  const lookup = new FailingLookup(engine, sampleRows);
  const notebook = await openTestNotebook(pivotOf("192.0.2.1"), {
    engine,
    lookup,
  });
  const edit = async (indicator: string): Promise<void> => {
    const { id } = notebook.cell("p");
    const raw = pivotOf(indicator);
    notebook.session.dispatch({ type: "edit", id, raw });
    await notebook.session.settled();
  };
  const names = async (): Promise<unknown[]> => {
    const found = await engine.query(
      "SELECT rrname FROM p.resolutions ORDER BY ALL",
    );
    return [...found.columns[0]?.values ?? []];
  };
  assert.deepEqual(await names(), ["a.example.com", "b.example.com"]);
  lookup.failing = true;
  await edit("192.0.2.2");
  assert.equal(notebook.cell("p").status, "error");
  lookup.failing = false;
  await edit("192.0.2.1");
  assert.equal(notebook.cell("p").status, "ok");
  assert.deepEqual(await names(), ["a.example.com", "b.example.com"]);
  await notebook.close();
  await engine.close();
});

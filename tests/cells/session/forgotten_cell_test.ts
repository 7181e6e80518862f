import assert from "node:assert/strict";
import type { Engine } from "@pivotbook/data";
import { openNativeEngine } from "../../fakes/native_engine.ts";
import { TableLookup } from "../../fakes/table_lookup.ts";
import { openTestNotebook, sampleRows } from "./test_notebook.ts";

/** An engine that finishes a query that was stopped, and calls back while it does. */
function finishing(
  engine: Engine,
  { on, call }: { on: RegExp; call: () => void },
): Engine {
  return new Proxy(engine, {
    get(target, name) {
      if (name !== "query") {
        const value = Reflect.get(target, name);
        return typeof value === "function" ? value.bind(target) : value;
      }
      return async (sql: string) => {
        const result = await target.query(sql);
        if (on.test(sql)) call();
        return result;
      };
    },
  });
}

Deno.test("session: a pivot that is removed while it ends is looked up again when it comes back", async () => {
  const inner = await openNativeEngine();
  const lookup = new TableLookup(inner, sampleRows);
  let removals = 0;
  const engine = finishing(inner, {
    on: /timeline/,
    call: () => {
      if (removals++ > 0) return;
      notebook.session.dispatch({ type: "load", text: "" });
    },
  });
  const notebook = await openTestNotebook("", { engine, lookup });
  const text = "```pivot p\n192.0.2.1\n```\n";
  notebook.session.dispatch({ type: "load", text });
  await notebook.session.settled();
  assert.ok(removals > 0);
  notebook.session.dispatch({ type: "load", text });
  await notebook.session.settled();
  assert.equal(notebook.cell("p").error, null);
  assert.equal(notebook.cell("p").status, "ok");
  await notebook.close();
  await inner.close();
});

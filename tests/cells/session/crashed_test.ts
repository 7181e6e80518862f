import assert from "node:assert/strict";
import { type Engine, QueryError } from "@pivotbook/data";
import { openNativeEngine } from "../../fakes/native_engine.ts";
import { openTestNotebook, type TestNotebook } from "./test_notebook.ts";

const CRASHES = "select 'crash' as n";
const text = `\`\`\`sql bad\n${CRASHES}\n\`\`\`\n\`\`\`sql reader\nfrom bad\n` +
  "```\n```sql other\nselect 1 as n\n```\n```sql source\nselect 1 as n\n```\n";

/** An engine that one query brings down, which counts how often it was asked. */
async function crashing(): Promise<
  { engine: Engine; asked: () => number; close: () => Promise<void> }
> {
  const database = await openNativeEngine();
  const engine = await database.openNamespace();
  let asked = 0;
  const query: Engine["query"] = (sql, options) => {
    if (!sql.includes(CRASHES)) return engine.query(sql, options);
    asked += 1;
    return Promise.reject(
      new QueryError("The engine stopped: unreachable", {
        code: "engine-crashed",
      }),
    );
  };
  return {
    engine: new Proxy(engine, {
      get(target, name) {
        if (name === "query") return query;
        const found = Reflect.get(target, name);
        return typeof found === "function" ? found.bind(target) : found;
      },
    }),
    asked: () => asked,
    close: () => database.close(),
  };
}

function statuses(notebook: TestNotebook): string[] {
  return ["bad", "reader", "other", "source"].map((name) =>
    notebook.cell(name).status
  );
}

Deno.test("a cell that crashed the engine is not run again by itself, and the others are", async () => {
  const { engine, asked, close } = await crashing();
  const first = await openTestNotebook(text, { engine });
  assert.deepEqual(statuses(first), ["error", "blocked", "ok", "ok"]);
  const { crashed } = first.session.state;
  const next = await openTestNotebook(text, { engine, crashed });
  const { session } = next;
  assert.deepEqual(statuses(next), ["error", "blocked", "ok", "ok"]);
  assert.equal(next.cell("bad").error?.code, "engine-crashed");
  assert.equal(asked(), 1);
  const byItself = [
    { type: "dataset-changed", name: "new" },
    { type: "engine-restarted" },
    { type: "run", ids: [next.cell("other").id] },
    { type: "run", ids: [next.cell("reader").id] },
    { type: "load", text: `Some prose\n\n${text}` },
  ] as const;
  for (const operation of byItself) {
    session.dispatch(operation);
    await session.settled();
    assert.deepEqual(statuses(next), ["error", "blocked", "ok", "ok"]);
    assert.equal(next.cell("bad").error?.code, "engine-crashed");
  }
  assert.equal(asked(), 1);
  await first.close();
  await close();
});

Deno.test("a cell that crashed the engine runs when a person asks for it, and when it says something else", async () => {
  const { engine, asked, close } = await crashing();
  const notebook = await openTestNotebook(text, { engine });
  const { session } = notebook;
  for (const ids of [[notebook.cell("bad").id], "all"] as const) {
    const before = asked();
    session.dispatch({ type: "run", ids });
    await session.settled();
    assert.equal(asked(), before + 1);
    assert.equal(notebook.cell("bad").status, "error");
  }
  const { id } = notebook.cell("bad");
  const raw = "```sql bad\nselect 2 as n\n```\n";
  session.dispatch({ type: "edit", id, raw });
  await session.settled();
  assert.deepEqual(statuses(notebook), ["ok", "ok", "ok", "ok"]);
  await close();
});

Deno.test("a cell that crashed the engine while it was being stopped is not run again by itself", async () => {
  const { engine, close } = await crashing();
  const notebook = await openTestNotebook("", { engine });
  const { session } = notebook;
  session.subscribe(({ cells }) => {
    const running = Object.values(cells).find(({ status }) =>
      status === "running"
    );
    if (running) session.dispatch({ type: "cancel", ids: [running.id] });
  });
  session.dispatch({ type: "load", text });
  await session.settled();
  const { crashed } = session.state;
  assert.deepEqual(Object.values(crashed).map(({ code }) => code), [
    "engine-crashed",
  ]);
  await close();
});

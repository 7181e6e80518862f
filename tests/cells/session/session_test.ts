import assert from "node:assert/strict";
import { linkedPivot, writeNotebook } from "@pivotbook/cells";
import { type Row, rowsOf } from "@pivotbook/data";
import { openNativeEngine } from "../../fakes/native_engine.ts";
import { parseCell } from "../../fakes/parse_cell.ts";
import { fakeDataset } from "../../fakes/table_lookup.ts";
import { openTestNotebook, type TestNotebook } from "./test_notebook.ts";

const chain = "Text.\n\n```sql a\nselect 1 as n\n```\n\n" +
  "```sql b\nselect n + 1 as n from a\n```\n\n" +
  "```sql c\nselect n + 1 as n from b\n```\n\n```sql d\nselect 9 as n\n```\n";

function statuses({ session }: TestNotebook): string[] {
  const { blocks } = session.state.notebook;
  return blocks.flatMap(({ id, type }) =>
    type === "cell" ? `${session.state.cells[id]?.status}` : []
  );
}

async function edit(
  notebook: TestNotebook,
  { name, body }: { name: string; body: string },
): Promise<void> {
  const { id } = notebook.cell(name);
  const raw = `\`\`\`sql ${name}\n${body}\n\`\`\`\n`;
  notebook.session.dispatch({ type: "edit", id, raw });
  await notebook.session.settled();
}

Deno.test("session runs a notebook and, after an edit, the cell and its readers only", async () => {
  const notebook = await openTestNotebook(chain);
  assert.deepEqual(statuses(notebook), ["ok", "ok", "ok", "ok"]);
  const before = notebook.cell("d").version;
  await edit(notebook, { name: "b", body: "select n + 10 as n from a" });
  assert.deepEqual(await notebook.rows("from c"), [{ n: 12 }]);
  assert.equal(notebook.cell("b").reason, "ran because it was edited");
  assert.equal(notebook.cell("c").reason, "ran because b changed");
  assert.equal(
    notebook.cell("a").reason,
    "ran because the notebook was opened",
  );
  assert.equal(notebook.cell("d").version, before);
  assert.ok(notebook.session.state.dirty);
  const text = writeNotebook(notebook.session.state.notebook);
  notebook.session.dispatch({ type: "saved", text });
  assert.ok(!notebook.session.state.dirty);
  await notebook.close();
});

Deno.test("session: a failure blocks its readers, which keep their results, and mends", async () => {
  const notebook = await openTestNotebook(chain);
  await edit(notebook, { name: "a", body: "select nothing" });
  assert.deepEqual(statuses(notebook), ["error", "blocked", "blocked", "ok"]);
  assert.equal(notebook.cell("c").blame, notebook.cell("a").id);
  assert.equal(notebook.cell("c").reason, "waits for a, which has an error");
  assert.ok(notebook.cell("c").output);
  assert.ok(notebook.cell("a").output);
  await edit(notebook, { name: "a", body: "from nowhere" });
  assert.deepEqual(statuses(notebook), ["error", "blocked", "blocked", "ok"]);
  await edit(notebook, { name: "c", body: "select n as m from b" });
  assert.equal(notebook.cell("c").status, "blocked");
  await edit(notebook, { name: "a", body: "select 5 as n" });
  assert.deepEqual(statuses(notebook), ["ok", "ok", "ok", "ok"]);
  assert.deepEqual(await notebook.rows("from c"), [{ m: 6 }]);
  await notebook.close();
});

Deno.test("session: a run error is tried again by hand", async () => {
  const notebook = await openTestNotebook(
    "```sql a\nselect error('no')\n```\n",
  );
  assert.equal(notebook.cell("a").status, "error");
  const { version } = notebook.cell("a");
  notebook.session.dispatch({ type: "run", ids: "all" });
  await notebook.session.settled();
  assert.equal(notebook.cell("a").status, "error");
  assert.ok(notebook.cell("a").version > version);
  await notebook.close();
});

Deno.test("session: names heal, double and go in circles", async () => {
  const notebook = await openTestNotebook("```sql b\nfrom a\n```\n");
  assert.equal(notebook.cell("b").error?.code, "unknown-name");
  const insert = (raw: string): Promise<void> => {
    notebook.session.dispatch({ type: "insert", after: null, raw });
    return notebook.session.settled();
  };
  await insert("```sql a\nselect 1 as n\n```\n");
  assert.deepEqual(statuses(notebook), ["ok", "ok"]);
  await insert("```sql A\nselect 2 as n\n```\n");
  assert.deepEqual(statuses(notebook), ["error", "error", "blocked"]);
  assert.equal(notebook.cell("a").error?.code, "duplicate-name");
  notebook.session.dispatch({ type: "remove", id: notebook.cell("A").id });
  await notebook.session.settled();
  assert.deepEqual(statuses(notebook), ["ok", "ok"]);
  await edit(notebook, { name: "a", body: "from b" });
  assert.deepEqual(statuses(notebook), ["error", "error"]);
  assert.match(notebook.cell("a").error?.message ?? "", /a reads b reads a/);
  await notebook.close();
});

Deno.test("session: a cell that is gone leaves no table", async () => {
  const notebook = await openTestNotebook(
    chain + "```pivot p\n192.0.2.1\n```\n",
  );
  for (const name of ["d", "p"]) {
    notebook.session.dispatch({ type: "remove", id: notebook.cell(name).id });
  }
  await notebook.session.settled();
  const tables = await notebook.rows(
    "select table_schema as s, table_name as t from information_schema.tables where table_schema not in ('table_lookup') order by all",
  );
  assert.deepEqual(tables.map(({ s, t }) => `${s}.${t}`), [
    "main.a",
    "main.b",
    "main.c",
  ]);
  await notebook.close();
});

Deno.test("session: disabled cells and their readers rest", async () => {
  const notebook = await openTestNotebook(
    "```sql a disabled\nselect 1 as n\n```\n```sql b\nfrom a\n```\n",
  );
  assert.deepEqual(statuses(notebook), ["disabled", "blocked"]);
  assert.equal(notebook.cell("b").reason, "waits for a, which is disabled");
  await notebook.close();
});

Deno.test("session: without autorun nothing runs until it is asked for", async () => {
  const notebook = await openTestNotebook(chain, { autorun: false });
  assert.deepEqual(statuses(notebook), ["idle", "idle", "idle", "idle"]);
  notebook.session.dispatch({ type: "run", ids: [notebook.cell("b").id] });
  await notebook.session.settled();
  assert.deepEqual(statuses(notebook), ["ok", "ok", "idle", "idle"]);
  notebook.session.dispatch({ type: "run", ids: "all" });
  await notebook.session.settled();
  await edit(notebook, { name: "a", body: "select 2 as n" });
  assert.deepEqual(statuses(notebook), ["stale", "stale", "stale", "ok"]);
  assert.equal(notebook.cell("b").reason, "not run since a changed");
  await notebook.close();
});

Deno.test("session: stopping and editing interrupt a long query", async () => {
  const long =
    "```sql a\nselect count(*) as n from range(300000) x, range(300000) y where x.range + y.range = 1\n```\n\n```sql b\nfrom a\n```\n";
  const notebook = await openTestNotebook("```sql z\nselect 1\n```\n");
  notebook.session.dispatch({ type: "load", text: long });
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(notebook.cell("a").status, "running");
  assert.match(notebook.cell("a").reason, /^runs because/);
  notebook.session.dispatch({ type: "cancel", ids: [notebook.cell("a").id] });
  await notebook.session.settled();
  assert.deepEqual(statuses(notebook), ["cancelled", "cancelled"]);
  notebook.session.dispatch({ type: "run", ids: "all" });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await edit(notebook, { name: "a", body: "select 7 as n" });
  assert.deepEqual(statuses(notebook), ["ok", "ok"]);
  assert.deepEqual(await notebook.rows("from b"), [{ n: 7 }]);
  await notebook.close();
});

Deno.test("session: loading keeps what is unchanged, wherever it stands now", async () => {
  const notebook = await openTestNotebook(chain);
  const before = ["a", "b", "c", "d"].map((name) => notebook.cell(name));
  const parts = chain.split("\n\n");
  const text = [parts[0], parts[4]?.trimEnd(), ...parts.slice(1, 4)].join(
    "\n\n",
  );
  notebook.session.dispatch({ type: "load", text });
  await notebook.session.settled();
  const after = ["a", "b", "c", "d"].map((name) => notebook.cell(name));
  assert.deepEqual(after, before);
  assert.equal(writeNotebook(notebook.session.state.notebook), text);
  await notebook.close();
});

Deno.test("session: datasets and the engine change", async () => {
  const notebook = await openTestNotebook(
    "```pivot p\n192.0.2.1\n```\n```sql s\nselect 1 as n\n```\n",
  );
  assert.deepEqual(notebook.cell("p").reads, ["sensors"]);
  notebook.session.dispatch({ type: "dataset-changed", name: "sensors" });
  await notebook.session.settled();
  assert.equal(notebook.cell("p").reason, "ran because sensors has new data");
  const asked = notebook.lookup.asked.length;
  notebook.session.dispatch({ type: "engine-restarted" });
  assert.equal(notebook.cell("s").output, null);
  await notebook.session.settled();
  assert.deepEqual(statuses(notebook), ["ok", "ok"]);
  assert.equal(
    notebook.cell("s").reason,
    "ran because the engine was restarted",
  );
  assert.ok(notebook.lookup.asked.length > asked);
  await notebook.close();
});

Deno.test("session: what names a dataset that is gone fails, what looks everywhere looks at the rest", async () => {
  let datasets = [fakeDataset("sensors"), fakeDataset("other")];
  const notebook = await openTestNotebook(
    "```pivot named datasets=sensors\n192.0.2.1\n```\n" +
      "```sql reader\nfrom named.resolutions\n```\n" +
      "```sql direct\nselect count(*) as n from Sensors.resolutions\n```\n" +
      "```pivot whole\n192.0.2.1\n```\n",
    { datasets: () => datasets },
  );
  assert.deepEqual(notebook.cell("whole").reads, ["sensors", "other"]);
  datasets = [fakeDataset("other")];
  notebook.session.dispatch({ type: "dataset-removed", name: "sensors" });
  await notebook.session.settled();
  for (const name of ["named", "direct"]) {
    assert.equal(notebook.cell(name).status, "error");
    const { message } = notebook.cell(name).error ?? {};
    assert.match(message ?? "", /^No cell or dataset is named "sensors"$/);
  }
  assert.equal(notebook.cell("reader").status, "blocked");
  assert.equal(notebook.cell("whole").status, "ok");
  assert.deepEqual(notebook.cell("whole").reads, ["other"]);
  datasets = [...datasets, fakeDataset("sensors")];
  notebook.session.dispatch({ type: "dataset-changed", name: "sensors" });
  await notebook.session.settled();
  assert.equal(notebook.cell("named").status, "ok");
  assert.equal(notebook.cell("reader").status, "ok");
  await notebook.close();
});

Deno.test("linkedPivot() writes a click", () => {
  const raw = linkedPivot({
    from: { cell: "seed", table: "resolutions", column: "rrname" },
    value: "sap[.]misapor[.]ch",
  }, ["seed"]);
  assert.equal(
    raw,
    "```pivot sap_misapor_ch from=seed.resolutions.rrname\nsap[.]misapor[.]ch\n```\n",
  );
  assert.equal(parseCell(raw)?.name, "sap_misapor_ch");
});

Deno.test("session: an edit of prose can bring a cell, and a broken fence breaks only what it must", async () => {
  const notebook = await openTestNotebook(chain);
  const [prose] = notebook.session.state.notebook.blocks;
  const raw = "Text.\n\n```sql e\nselect 3 as n\n```\n";
  notebook.session.dispatch({ type: "edit", id: prose?.id ?? "", raw });
  await notebook.session.settled();
  assert.equal(notebook.cell("e").status, "ok");
  assert.equal(notebook.session.state.notebook.blocks[0]?.id, prose?.id);
  assert.equal(notebook.cell("a").version, 1 + 1);
  await notebook.close();
});

Deno.test("session: what listens to it may throw, and the cells run on", async () => {
  const thrown: unknown[] = [];
  const notebook = await openTestNotebook("", {
    report: (error) => thrown.push(error),
  });
  const { session } = notebook;
  let heard = 0;
  session.subscribe(() => {
    throw new Error("a listener's own");
  });
  session.subscribe(() => void heard++);
  session.dispatch({ type: "load", text: chain });
  await session.settled();
  assert.deepEqual(statuses(notebook), ["ok", "ok", "ok", "ok"]);
  assert.ok(heard > 0);
  assert.equal(thrown.length, heard);
  assert.match(String(thrown[0]), /a listener's own/);
  await notebook.close();
});

Deno.test("session: a run that breaks outside of its cell says so, and those after it run", async () => {
  let ticks = 0;
  const clock = {
    now: () => {
      ticks += 1;
      if (ticks === 1) throw new Error("no clock");
      return ticks;
    },
  };
  const notebook = await openTestNotebook(
    "```sql a\nselect 1 as n\n```\n```sql d\nselect 9 as n\n```\n",
    { clock },
  );
  assert.deepEqual(statuses(notebook), ["error", "ok"]);
  assert.match(notebook.cell("a").error?.message ?? "", /no clock/);
  await notebook.close();
});

Deno.test("session: all it has made is gone when it is closed, and unknown to the next", async () => {
  const database = await openNativeEngine();
  const open = async (text: string) =>
    await openTestNotebook(text, { engine: await database.openNamespace() });
  const first = await open(chain + "```pivot p\n192.0.2.1\n```\n");
  const second = await open("```sql a\nselect 'second' as n\n```\n");
  assert.deepEqual(await rowsIn(second, "from a"), [{ n: "second" }]);
  assert.deepEqual(await rowsIn(first, "from a"), [{ n: 1 }]);
  const [one, other] = [first.session.close(), first.session.close()];
  await Promise.all([one, other]);
  assert.deepEqual(await rowsIn(second, "from a"), [{ n: "second" }]);
  const next = await open("```sql e\nselect 1 as n\n```\n");
  for (const table of ["a", "b", "p.resolutions"]) {
    await assert.rejects(rowsIn(next, `from ${table}`), /does not exist/);
  }
  await second.session.close();
  await next.session.close();
  const { columns } = await database.query(
    "select database_name from duckdb_databases() where not internal",
  );
  assert.deepEqual(columns[0]?.values, ["memory"]);
  await database.close();
});

async function rowsIn(notebook: TestNotebook, sql: string): Promise<Row[]> {
  return rowsOf(await notebook.session.engine.query(sql));
}

Deno.test("session: closing it while a query runs stops that first", async () => {
  const database = await openNativeEngine();
  const engine = await database.openNamespace();
  const notebook = await openTestNotebook("", { engine });
  const { session } = notebook;
  const text =
    "```sql a\nselect count(*) as n from range(300000) x, range(300000) y where x.range + y.range = 1\n```\n";
  const running = new Promise<void>((resolve) =>
    session.subscribe(({ cells }) => {
      const all = Object.values(cells);
      if (all.some(({ status }) => status === "running")) resolve();
    })
  );
  session.dispatch({ type: "load", text });
  await running;
  await session.close();
  assert.equal((await database.query("select 1")).rows, 1);
  await database.close();
});

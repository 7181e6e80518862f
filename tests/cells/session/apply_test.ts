import assert from "node:assert/strict";
import {
  apply,
  type Change,
  emptyNotebook,
  type OpenNotebook,
  type Operation,
  type Output,
} from "@pivotbook/cells";

const text = "```sql a\nselect 1 as n\n```\n```sql b\nfrom a\n```\n";
const output: Output = { type: "table", table: '"a"', rows: 1, columns: [] };
const automatic = true;

function opened(): Change {
  const state = emptyNotebook({
    datasets: [],
    automatic,
    opening: "it was opened",
  });
  return apply(state, { type: "load", text });
}

function after(state: OpenNotebook, ...operations: Operation[]): Change {
  return operations.reduce<Change>(
    ({ state }, operation) => apply(state, operation),
    { state, effects: [] },
  );
}

Deno.test("apply() runs one cell at a time, in graph order", () => {
  const { state, effects } = opened();
  assert.deepEqual(effects, [{ type: "run", id: "b1", version: 2 }]);
  assert.equal(state.cells["b2"]?.status, "queued");
  const done = after(
    state,
    { type: "started", id: "b1", version: 2 },
    { type: "finished", id: "b1", version: 2, output, duration: 3 },
  );
  assert.deepEqual(done.effects, [{ type: "run", id: "b2", version: 2 }]);
  assert.equal(done.state.cells["b1"]?.status, "ok");
  assert.equal(done.state.cells["b1"]?.duration, 3);
});

Deno.test("apply() aborts what an edit makes obsolete and drops its late result", () => {
  const { state } = opened();
  const raw = "```sql a\nselect 2 as n\n```\n";
  const edited = after(
    state,
    { type: "started", id: "b1", version: 2 },
    { type: "edit", id: "b1", raw },
  );
  assert.deepEqual(edited.effects, [{ type: "abort", id: "b1", version: 2 }]);
  const late = after(edited.state, {
    type: "finished",
    id: "b1",
    version: 2,
    output,
    duration: 1,
  });
  const version = late.state.cells["b1"]?.version ?? 0;
  assert.ok(version > 2);
  assert.deepEqual(late.effects, [{ type: "run", id: "b1", version }]);
  assert.equal(late.state.cells["b1"]?.output, null);
  assert.equal(late.state.cells["b1"]?.status, "queued");
});

Deno.test("apply() blocks the readers of a failure and names it", () => {
  const { state } = opened();
  const error = { code: "query-failed", message: "no", where: {} };
  const failed = after(
    state,
    { type: "started", id: "b1", version: 2 },
    { type: "failed", id: "b1", version: 2, error },
  );
  assert.deepEqual(failed.effects, []);
  assert.equal(failed.state.cells["b2"]?.status, "blocked");
  assert.equal(failed.state.cells["b2"]?.blame, "b1");
});

Deno.test("apply() alters no state that it was given", () => {
  const { state } = opened();
  const frozen = JSON.stringify(state);
  const operations: Operation[] = [
    { type: "edit", id: "b1", raw: "text\n" },
    { type: "insert", after: "b1", raw: "```sql c\nfrom b\n```\n" },
    { type: "remove", id: "b2" },
    { type: "run", ids: "all" },
    { type: "cancel", ids: "all" },
    { type: "dataset-changed", name: "knf" },
    { type: "dataset-removed", name: "knf" },
    { type: "engine-restarted" },
    { type: "saved", text },
    { type: "started", id: "b1", version: 2 },
  ];
  for (const operation of operations) apply(state, operation);
  assert.equal(JSON.stringify(state), frozen);
});

Deno.test("apply() ignores blocks that are not there", () => {
  const { state } = opened();
  const operations: Operation[] = [
    { type: "edit", id: "none", raw: "" },
    { type: "insert", after: "none", raw: "" },
    { type: "remove", id: "none" },
    { type: "run", ids: ["none"] },
    { type: "cancel", ids: ["none"] },
  ];
  for (const operation of operations) {
    const change = apply(state, operation);
    assert.deepEqual(change.effects, [], operation.type);
    assert.deepEqual(change.state.cells, state.cells);
  }
});

Deno.test("apply() removes and inserts without piling up blank lines", () => {
  const { state } = opened();
  const inserted = apply(state, {
    type: "insert",
    after: "b1",
    raw: "```sql c\nfrom a\n```\n",
  }).state;
  const raw = (state: OpenNotebook): string =>
    state.notebook.blocks.map(({ raw }) => raw).join("");
  const id = inserted.order.find((id) => inserted.cells[id]?.name === "c") ??
    "";
  assert.equal(
    raw(inserted),
    "```sql a\nselect 1 as n\n```\n\n```sql c\nfrom a\n```\n\n```sql b\nfrom a\n```\n",
  );
  const again = apply(apply(inserted, { type: "remove", id }).state, {
    type: "insert",
    after: "b1",
    raw: "```sql c\nfrom a\n```\n",
  }).state;
  assert.equal(raw(again), raw(inserted));
});

Deno.test("apply() says that a cell is stopping until its run has left the engine, however it leaves", () => {
  const { state } = opened();
  const ends: Operation[] = [
    { type: "stopped", id: "b1", version: 2 },
    { type: "finished", id: "b1", version: 2, output, duration: 1 },
    {
      type: "failed",
      id: "b1",
      version: 2,
      error: { code: "query-failed", message: "no", where: {} },
    },
  ];
  for (const ids of ["all", ["b1"]] as const) {
    for (const end of ends) {
      const stopping = after(
        state,
        { type: "started", id: "b1", version: 2 },
        { type: "cancel", ids },
      );
      assert.deepEqual(stopping.effects, [
        { type: "abort", id: "b1", version: 2 },
      ]);
      assert.equal(stopping.state.cells["b1"]?.status, "stopping");
      assert.equal(stopping.state.cells["b2"]?.status, "cancelled");
      const { cells, active } = after(stopping.state, end).state;
      assert.equal(active, null);
      assert.equal(cells["b1"]?.status, "cancelled");
      assert.equal(cells["b1"]?.reason, "stopped");
    }
  }
});

Deno.test("apply() runs a cell again that was asked for while it was stopping", () => {
  const { state } = opened();
  const again = after(
    state,
    { type: "started", id: "b1", version: 2 },
    { type: "cancel", ids: "all" },
    { type: "run", ids: ["b1"] },
    { type: "stopped", id: "b1", version: 2 },
  );
  assert.equal(again.state.cells["b1"]?.status, "queued");
  assert.deepEqual(again.effects.at(-1), {
    type: "run",
    id: "b1",
    version: again.state.cells["b1"]?.version,
  });
});

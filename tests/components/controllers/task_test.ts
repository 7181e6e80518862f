import assert from "node:assert/strict";
import { Task } from "../../../components/controllers/task.ts";

/** An element whose updates a test performs. */
function host() {
  let wanted = 0;
  return {
    addController: () => {},
    removeController: () => {},
    requestUpdate: () => void wanted++,
    updateComplete: Promise.resolve(wanted === 0),
    updates: () => wanted,
  };
}

Deno.test("Task of an element that is moved while it waits starts again, and shows no run that is none", async () => {
  const element = host();
  const runs: { signal: AbortSignal; resolve: (value: string) => void }[] = [];
  const task = new Task(element, {
    args: () => ["rows"] as const,
    run: (_, signal) =>
      new Promise<string>((resolve) => runs.push({ signal, resolve })),
  });
  task.hostConnected();
  task.hostUpdated();
  await settle();
  assert.deepEqual([task.status, runs.length], ["pending", 1]);
  task.hostDisconnected();
  assert.equal(task.status, "initial");
  assert.ok(runs[0]?.signal.aborted);
  const before = element.updates();
  task.hostConnected();
  assert.ok(element.updates() > before, "it asks to be drawn");
  task.hostUpdated();
  await settle();
  assert.deepEqual([task.status, runs.length], ["pending", 2]);
  runs[0]?.resolve("of before");
  runs[1]?.resolve("of now");
  await settle();
  assert.deepEqual([task.status, task.value], ["complete", "of now"]);
  task.hostDisconnected();
  task.hostConnected();
  assert.deepEqual([task.status, task.value], ["complete", "of now"]);
});

Deno.test("Task that fails says so, and goes on when it is asked again", async () => {
  const element = host();
  let fails = true;
  const task = new Task(element, {
    args: () => ["rows"] as const,
    run: () => {
      if (fails) throw new Error("no rows");
      return Promise.resolve("rows");
    },
  });
  task.hostUpdated();
  await settle();
  assert.deepEqual([task.status, String(task.error)], [
    "failed",
    "Error: no rows",
  ]);
  fails = false;
  task.again();
  task.hostUpdated();
  await settle();
  assert.deepEqual([task.status, task.value], ["complete", "rows"]);
});

function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

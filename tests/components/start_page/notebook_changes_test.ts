import assert from "node:assert/strict";
import { ConflictError } from "@pivotbook/data";
import type { Api, Saved } from "../../../components/api.ts";
import type { NotebookSummary } from "../../../components/api_types.ts";
import { NotebookChanges } from "../../../components/start_page/notebook_changes.ts";

const DRAWN = true;
const host = {
  addController() {},
  removeController() {},
  requestUpdate() {},
  updateComplete: Promise.resolve(DRAWN),
};

function changesOver(methods: Record<string, unknown>): NotebookChanges {
  const api = {
    removeNotebook: (name: string) => Promise.resolve({ name, at: "now" }),
    restoreNotebook: ({ name }: { name: string }) => Promise.resolve({ name }),
    ...methods,
  } as unknown as Api;
  return new NotebookChanges(host, { api: () => api, changed() {} });
}

const notebook = (name: string) => ({ name, title: name }) as NotebookSummary;

Deno.test("each deletion can be undone, the last first", async () => {
  const changes = changesOver({});
  await changes.remove(notebook("first"));
  await changes.remove(notebook("second"));
  assert.equal(await changes.undo(), "second");
  assert.equal(await changes.undo(), "first");
  assert.equal(await changes.undo(), null);
});

Deno.test("a notebook that is being deleted is not deleted again, nor put back twice", async () => {
  const asked: string[] = [];
  const changes = changesOver({
    removeNotebook: (name: string) => {
      asked.push(name);
      return Promise.resolve({ name, at: "now" });
    },
    restoreNotebook: ({ name }: { name: string }) => {
      asked.push(`${name} back`);
      return Promise.resolve({ name });
    },
  });
  const one = notebook("case");
  await Promise.all([changes.remove(one), changes.remove(one)]);
  await Promise.all([changes.undo(), changes.undo()]);
  assert.deepEqual(asked, ["case", "case back"]);
  assert.equal(changes.trouble, null);
});

Deno.test("what cannot be put back can be tried again", async () => {
  let away = true;
  const changes = changesOver({
    restoreNotebook: ({ name }: { name: string }) =>
      away ? Promise.reject(new Error("away")) : Promise.resolve({ name }),
  });
  await changes.remove(notebook("case"));
  assert.equal(await changes.undo(), null);
  assert.equal(changes.trouble?.message, "away");
  away = false;
  assert.equal(await changes.undo(), "case");
});

Deno.test("a notebook that is changed while it is renamed is read anew, once", async () => {
  const versions = ["1", "2"];
  const sent: Saved[] = [];
  const refuse = () =>
    Promise.reject(new ConflictError("changed", { code: "notebook-changed" }));
  const changes = changesOver({
    notebook: (name: string) =>
      Promise.resolve({
        name,
        text: "---\ntitle: Old\n---\n",
        version: versions.shift() ?? "3",
      }),
    saveNotebook: (file: Saved) => {
      sent.push(file);
      return file.version === "2" ? Promise.resolve(file) : refuse();
    },
  });
  assert.equal(await changes.rename("case", "New"), "case");
  assert.deepEqual(sent.map(({ version }) => version), ["1", "2"]);
  assert.match(sent[1]?.text ?? "", /title: .*New/);
  assert.equal(await changes.rename("case", "Newer"), null);
  assert.equal(changes.trouble?.code, "notebook-changed");
  assert.equal(sent.length, 4);
});

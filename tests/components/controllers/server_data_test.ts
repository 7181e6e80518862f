import assert from "node:assert/strict";
import { NotFoundError } from "@pivotbook/data";
import type { Api } from "../../../components/api.ts";
import { ServerData } from "../../../components/controllers/server_data.ts";
import { OfflineError } from "../../../components/offline_error.ts";

const DRAWN = true;
const host = {
  addController() {},
  removeController() {},
  requestUpdate() {},
  updateComplete: Promise.resolve(DRAWN),
};

function apiWith(methods: Record<string, unknown>): Api {
  const api = {
    datasets: () => Promise.resolve([]),
    notebooks: () => Promise.resolve([]),
    notebook: (name: string) =>
      Promise.resolve({ name, text: "", version: "1" }),
  };
  return { ...api, ...methods } as unknown as Api;
}

Deno.test("a notebook that was left while it was fetched does not come back", async () => {
  const first = Promise.withResolvers<unknown>();
  const data = new ServerData(host, () => {});
  const slow = data.load(apiWith({ notebook: () => first.promise }), "first");
  await data.load(apiWith({}), "second");
  first.resolve({ name: "first", text: "", version: "1" });
  await slow;
  assert.equal(data.file?.name, "second");
});

Deno.test("what is wrong with a place that was left is not told", async () => {
  const first = Promise.withResolvers<unknown>();
  const data = new ServerData(host, () => {});
  const slow = data.load(apiWith({ notebook: () => first.promise }), "first");
  await data.load(apiWith({}), null);
  first.reject(new NotFoundError("no such notebook", { code: "not-found" }));
  await slow;
  assert.equal(data.missing, "");
});

Deno.test("a server that is gone is asked again", async () => {
  let changes = 0;
  const data = new ServerData(host, () => changes++);
  let gone = true;
  const notebooks = () =>
    gone ? Promise.reject(new OfflineError(null)) : Promise.resolve([]);
  await data.load(apiWith({ notebooks }), null);
  assert.match(data.trouble, /trying again/);
  gone = false;
  await new Promise((resolve) => setTimeout(resolve, 1100));
  assert.deepEqual([data.trouble, changes], ["", 1]);
});

Deno.test("a place without a notebook is told once", async () => {
  const refuse = () =>
    Promise.reject(new NotFoundError("no such notebook", { code: "gone" }));
  const data = new ServerData(host, () => {});
  const notFound = () =>
    Promise.reject(
      new NotFoundError("no such notebook", { code: "not-found" }),
    );
  await data.load(apiWith({ notebook: notFound }), "case");
  assert.equal(data.missing, "no such notebook");
  await data.load(apiWith({ notebooks: refuse }), null);
  assert.deepEqual([data.missing, data.trouble], ["", "no such notebook"]);
});

Deno.test("an older list of datasets does not replace a newer one", async () => {
  const older = Promise.withResolvers<unknown>();
  const data = new ServerData(host, () => {});
  const slow = data.load(apiWith({ datasets: () => older.promise }), null);
  const newer = [{ name: "new" }];
  await data.load(apiWith({ datasets: () => Promise.resolve(newer) }), null);
  older.resolve([]);
  await slow;
  assert.deepEqual(data.datasets, newer);
});

Deno.test("a notebook that could be made after all takes the trouble back", async () => {
  const data = new ServerData(host, () => {});
  const fails = () => Promise.reject(new Error("The server does not answer"));
  await data.create(apiWith({ createNotebook: fails }), "");
  assert.notEqual(data.trouble, "");
  await data.create(
    apiWith({ createNotebook: () => Promise.resolve({ name: "a" }) }),
    "",
  );
  assert.equal(data.trouble, "");
});

Deno.test("an older list of notebooks does not replace a newer one", async () => {
  const older = Promise.withResolvers<unknown>();
  const data = new ServerData(host, () => {});
  const slow = data.load(apiWith({ notebooks: () => older.promise }), null);
  const newer = [{ name: "new" }];
  await data.load(apiWith({ notebooks: () => Promise.resolve(newer) }), null);
  older.resolve([]);
  await slow;
  assert.deepEqual(data.notebooks, newer);
});

import assert from "node:assert/strict";
import { ConflictError, NotFoundError } from "@pivotbook/data";
import type { Api, Saved } from "../../../components/api.ts";
import { Saver } from "../../../components/controllers/saver.ts";
import { NewerText } from "../../../components/controllers/newer_text.ts";
import { OfflineError } from "../../../components/offline_error.ts";

const DRAWN = true;
const host = {
  addController() {},
  removeController() {},
  requestUpdate() {},
  updateComplete: Promise.resolve(DRAWN),
};

function fakeApi(answers: (() => Saved)[]): { api: Api; sent: Saved[] } {
  const sent: Saved[] = [];
  const api = {
    saveNotebook: (file: Saved) => {
      sent.push(file);
      return Promise.resolve().then(() =>
        (answers.shift() ?? (() => ({ ...file, version: "next" })))()
      );
    },
    notebook: (name: string) =>
      Promise.resolve({ name, text: "theirs", version: "9" }),
  };
  return { api: api as unknown as Api, sent };
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

const file = { name: "case", text: "one", version: "1" };

Deno.test("a change is saved once after a rest, with the version it changes", async () => {
  const { api, sent } = fakeApi([]);
  const saver = new Saver(host, () => {});
  saver.open(api, file);
  saver.change("two");
  saver.change("three");
  assert.equal(saver.status, "waiting");
  await rest(750);
  assert.deepEqual(sent, [{ name: "case", text: "three", version: "1" }]);
  assert.equal(saver.status, "saved");
});

Deno.test("a conflict keeps both texts until the reader chooses", async () => {
  const { api, sent } = fakeApi([() => {
    throw new ConflictError("changed", { code: "stale" });
  }]);
  const saver = new Saver(host, () => {});
  saver.open(api, file);
  saver.change("mine");
  await rest(750);
  assert.deepEqual([saver.status, saver.mine, saver.theirs?.text], [
    "conflict",
    "mine",
    "theirs",
  ]);
  saver.keepMine();
  await rest(20);
  assert.deepEqual(sent.at(-1), { name: "case", text: "mine", version: "9" });
});

Deno.test("a server that is gone is tried again with what is newest", async () => {
  const { api, sent } = fakeApi([() => {
    throw new OfflineError(null);
  }]);
  const saver = new Saver(host, () => {});
  saver.open(api, file);
  saver.change("two");
  await rest(750);
  assert.equal(saver.status, "offline");
  saver.change("three");
  await rest(1100);
  assert.equal(saver.status, "saved");
  assert.equal(sent.at(-1)?.text, "three");
});

Deno.test("what is written while a save is under way is saved after it", async () => {
  const first = Promise.withResolvers<Saved>();
  const sent: Saved[] = [];
  const api = {
    saveNotebook: (saved: Saved) => {
      sent.push(saved);
      return sent.length === 1
        ? first.promise
        : Promise.resolve({ ...saved, version: "3" });
    },
  } as unknown as Api;
  const saver = new Saver(host, () => {});
  saver.open(api, file);
  saver.change("two");
  await rest(650);
  saver.change("three");
  await rest(650);
  assert.equal(sent.length, 1);
  first.resolve({ ...file, text: "two", version: "2" });
  await rest(20);
  assert.equal(saver.status, "waiting");
  await rest(650);
  assert.deepEqual(sent.at(-1), { name: "case", text: "three", version: "2" });
});

Deno.test("a conflict whose other text cannot be read is tried again", async () => {
  const { api } = fakeApi([() => {
    throw new ConflictError("changed", { code: "stale" });
  }]);
  const saver = new Saver(host, () => {});
  const notebook = () => Promise.reject(new OfflineError(null));
  saver.open({ ...api, notebook }, file);
  saver.change("mine");
  await rest(750);
  assert.equal(saver.status, "offline");
  await rest(1100);
  assert.equal(saver.status, "saved");
});

const gone = (): never => {
  throw new NotFoundError("No notebook is named so", {
    code: "unknown-notebook",
  });
};

Deno.test("a notebook that was deleted keeps its edits and can be made again under another name", async () => {
  const { api, sent } = fakeApi([gone]);
  const names: string[] = [];
  const saver = new Saver(host, ({ name }) => names.push(name));
  const made: string[] = [];
  const createNotebook = (text: string) => {
    made.push(text);
    return Promise.resolve({ name: "case-2", text, version: "7" });
  };
  saver.open({ ...api, createNotebook } as Api, file);
  saver.change("two");
  await rest(750);
  saver.change("three");
  assert.deepEqual([saver.status, saver.mine], ["deleted", "three"]);
  await saver.createAgain();
  assert.deepEqual(
    [saver.status, made, names],
    ["saved", ["three"], ["case-2"]],
  );
  saver.change("four");
  await rest(750);
  assert.deepEqual(sent.at(-1), {
    name: "case-2",
    text: "four",
    version: "7",
  });
});

Deno.test("a notebook that is gone when it is asked for is told, and nothing of its name taken", async () => {
  const { document } = globalThis;
  Object.assign(globalThis, { document: { hidden: false } });
  const answers = [
    gone,
    () => ({ name: "case", text: "another's", version: "5" }),
    () => null,
  ];
  const newerNotebook = () => Promise.resolve().then(() => answers.shift()?.());
  const api = { ...fakeApi([]).api, newerNotebook } as unknown as Api;
  const saver = new Saver(host, () => {});
  saver.open(api, file);
  const taken: unknown[] = [];
  const newer = new NewerText(host, {
    api: () => api,
    saver,
    busy: () => false,
    writing: () => false,
    take: (one) => taken.push(one),
    defer: () => {},
  });
  const statuses: string[] = [];
  for (let look = 0; look < 3; look++) {
    await newer.look();
    statuses.push(saver.status);
  }
  Object.assign(globalThis, { document });
  assert.deepEqual(statuses, ["deleted", "deleted", "saved"]);
  assert.deepEqual(taken, []);
});

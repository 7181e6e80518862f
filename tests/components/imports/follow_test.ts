import assert from "node:assert/strict";
import { NotFoundError } from "@pivotbook/data";
import type { Api } from "../../../components/api.ts";
import type { ImportJob } from "../../../components/api_types.ts";
import {
  type FileImport,
  followImport,
} from "../../../components/imports/follow.ts";
import { OfflineError } from "../../../components/offline_error.ts";

const running = { id: "1", state: "running" } as ImportJob;
const done = { id: "1", state: "done" } as ImportJob;
const failed = { id: "1", state: "failed" } as ImportJob;
const offline = () => Promise.reject(new OfflineError("gone"));

type Imports = Partial<
  Pick<Api, "importFile" | "importJob" | "cancelImport">
>;

/** Follows an import of a server that answers so; it is given up when `cancelWhen` holds. */
async function follow(
  api: Imports,
  { cancelWhen = () => false, cancelled = false }: {
    cancelWhen?: (state: FileImport) => boolean;
    cancelled?: boolean;
  } = {},
): Promise<{ result: ImportJob | null; shown: readonly FileImport[] }> {
  const shown: FileImport[] = [];
  const abort = new AbortController();
  if (cancelled) abort.abort();
  const result = await followImport(api as Api, {
    file: new File(["x"], "a.csv"),
    dataset: "sensors",
    show(state) {
      shown.push(state);
      if (cancelWhen(state)) abort.abort();
    },
    signal: abort.signal,
  });
  return { result, shown };
}

/** A sending that lasts until it is given up. */
const endless: Api["importFile"] = (_, { signal }) =>
  new Promise((_, reject) => {
    const stop = () => reject(new OfflineError(signal.reason));
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop);
  });

/** Gives an import up while it is sent. */
async function cancelSending(
  cancelImport: Api["cancelImport"],
): Promise<{ shown: readonly FileImport[]; ids: readonly string[] }> {
  const ids: string[] = [];
  const { shown } = await follow({
    importFile(file, target) {
      ids.push(target.id);
      return endless(file, target);
    },
    cancelImport(id) {
      ids.push(id);
      return cancelImport(id);
    },
  }, { cancelWhen: ({ since, cancelling }) => since !== null && !cancelling });
  return { shown, ids };
}

Deno.test("a file that is given up while it is sent is asked back by its id, and nothing is said to be imported only where the server knows none", async () => {
  const unknown = await cancelSending(() =>
    Promise.reject(new NotFoundError("No import", { code: "unknown-import" }))
  );
  assert.match(unknown.ids[0] ?? "", /^[0-9a-f]{32}$/);
  assert.equal(unknown.ids[0], unknown.ids[1]);
  assert.equal(unknown.shown.at(-1)?.error?.remedy, "Nothing was imported");
  assert.ok(unknown.shown.some(({ cancelling }) => cancelling));

  const gone = await cancelSending(offline);
  assert.match(gone.shown.at(-1)?.error?.message ?? "", /may still be/);

  const published = await cancelSending(() => Promise.resolve(done));
  assert.equal(published.shown.at(-1)?.error, null);
  assert.equal(published.shown.at(-1)?.job, done);
});

Deno.test("an import is followed on when the server does not answer once", async () => {
  const answers = [offline, () => Promise.resolve(done)];
  const { result, shown } = await follow({
    importFile: () => Promise.resolve(running),
    importJob: () => answers.shift()?.() ?? offline(),
  });
  assert.equal(result, done);
  assert.deepEqual(shown.filter(({ away }) => away).length, 1);
  assert.ok(!shown.at(-1)?.away);
});

Deno.test("an import that runs is shown to be cancelled from the moment it is asked to be", async () => {
  const answers = [running, failed];
  const { result, shown } = await follow({
    importFile: () => Promise.resolve(running),
    cancelImport: () => Promise.resolve(answers.shift() ?? failed),
  }, { cancelWhen: ({ job, cancelling }) => job !== null && !cancelling });
  assert.equal(result, null);
  const first = shown.findIndex(({ cancelling }) => cancelling);
  assert.ok(shown.slice(first).every(({ cancelling }) => cancelling));
  assert.equal(shown.at(-1)?.job, failed);
});

Deno.test("a file that is given up before its turn is not sent", async () => {
  const { shown } = await follow({}, { cancelled: true });
  assert.deepEqual(shown.map(({ error }) => error?.code), ["import-cancelled"]);
});

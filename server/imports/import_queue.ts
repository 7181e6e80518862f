import { InputError, PivotbookError } from "@pivotbook/data";
import { join } from "node:path";
import type {
  DatasetStore,
  ImportProgress,
  ImportQueue,
  Upload,
} from "../deps.ts";
import { z, type ZodType } from "zod";
import {
  checkDatasetName,
  type Home,
  readStoredJson,
  temporaryFolder,
} from "../store/mod.ts";
import { importCancelled } from "./cancelled.ts";
import { machineError } from "../machine_error.ts";
import type { ImportRecord } from "./import_report.ts";
import { ImportStates } from "./import_states.ts";
import { type ImportLimits, limited, uploadTooLarge } from "./limits.ts";
import { failed, runImport } from "./run_import.ts";
import { untilAborted } from "./until_aborted.ts";

/** What the queue works with. */
export interface ImportQueueOptions {
  readonly home: Home;
  readonly datasets: DatasetStore;
  readonly now: () => string;
  readonly limits: ImportLimits;
}

/** Imports that arrive over HTTP, one after the other. */
export function openImportQueue(options: ImportQueueOptions): ImportQueue {
  const states = new ImportStates();
  const remember = (state: ImportProgress) => states.remember(state);
  const aborts = new Map<string, AbortController>();
  let last: Promise<void> = Promise.resolve();

  async function start(upload: Upload): Promise<ImportProgress> {
    checkDatasetName(upload.dataset);
    const first = arriving(upload, options.now());
    states.checkNew(first.id);
    const abort = new AbortController();
    const { signal } = abort;
    const giveUp = () => remember(failed(first, importCancelled()));
    signal.addEventListener("abort", giveUp);
    aborts.set(first.id, abort);
    remember(first);
    const giveBack = (cause: unknown): never => {
      aborts.delete(first.id);
      const error = signal.aborted ? importCancelled() : machineError(cause);
      remember(failed(first, error));
      throw error;
    };
    const folder = await temporaryFolder(options.home.temporary)
      .catch(giveBack);
    const path = join(folder.path, "upload");
    try {
      const limit = options.limits.upload;
      await Deno.writeFile(path, withinLimit(upload, { limit, signal }));
      signal.throwIfAborted();
    } catch (cause) {
      await folder.remove().catch(() => {});
      giveBack(cause);
    }
    const waiting = { ...first, stage: "Waiting" };
    remember(waiting);
    const remove = () => void folder.remove().catch(() => {});
    signal.addEventListener("abort", remove);
    last = last.then(async () => {
      if (signal.aborted) return;
      signal.removeEventListener("abort", giveUp);
      signal.removeEventListener("abort", remove);
      const run = { ...options, path, signal, remember };
      const done = await runImport(waiting, run)
        .catch((error) => failed(waiting, error));
      aborts.delete(first.id);
      await folder.remove().catch(() => {});
      remember(done);
    });
    return waiting;
  }

  return {
    start,
    progress: (id) => states.get(id),
    cancel(id) {
      aborts.get(id)?.abort();
      const state = states.get(id);
      if (state === null) states.refuse(id);
      else if (state.state !== "running") aborts.delete(id);
      return state;
    },
    record: (id) => readRecord(options.home, id),
  };
}

/** The bytes of an upload; one that says that it is too large is refused before the first. */
function withinLimit(
  { content, name, bytes }: Upload,
  { limit, signal }: { limit: number; signal: AbortSignal },
): ReadableStream<Uint8Array> {
  const refuse = () => uploadTooLarge(name, limit);
  if (bytes !== null && bytes > limit) throw refuse();
  const pieces = wholeUpload(name, untilAborted(content, signal));
  return ReadableStream.from(limited(pieces, { limit, refuse }));
}

/** The pieces of an upload; where its sender breaks it off, the error says so. */
async function* wholeUpload(
  name: string,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces;
  } catch (cause) {
    if (cause instanceof PivotbookError) throw cause;
    throw new InputError(`The upload of ${name} broke off`, {
      code: "upload-cut",
      where: { path: name },
      remedy: "Send it again; nothing was imported",
      cause,
    });
  }
}

function arriving(
  { id, dataset, name }: Upload,
  startedAt: string,
): ImportProgress {
  const counts = { read: 0, kept: 0, merged: 0, rejected: 0 };
  return {
    id: id ?? crypto.randomUUID(),
    state: "running",
    dataset,
    file: name,
    stage: "Receiving",
    reader: null,
    kind: null,
    importId: null,
    startedAt,
    reasons: [],
    unknownColumns: [],
    error: null,
    ...counts,
  };
}

async function readRecord(
  home: Home,
  id: string,
): Promise<ImportRecord | null> {
  if (!/^[0-9a-f]{16}$/.test(id)) return null;
  return await readStoredJson(join(home.imports, `${id}.json`), record);
}

const record = z.looseObject({
  file: z.string(),
  id: z.string(),
  dataset: z.string(),
}) as unknown as ZodType<ImportRecord>;

import { join } from "node:path";
import { reportOf } from "@pivotbook/data";
import type {
  DatasetStore,
  ImportProgress,
  ImportQueue,
  Upload,
} from "../deps.ts";
import { checkDatasetName, type Home, temporaryFolder } from "../store/mod.ts";
import { machineError } from "./machine_error.ts";
import { importFiles } from "./import_files.ts";
import type { ImportRecord } from "./import_report.ts";
import { type ImportLimits, limited, uploadTooLarge } from "./limits.ts";

/** What the queue works with. */
export interface ImportQueueOptions {
  readonly home: Home;
  readonly datasets: DatasetStore;
  readonly now: () => string;
  readonly limits: ImportLimits;
}

/** So many imports can be asked for; the records of all are kept as files. */
const REMEMBERED = 1000;

/** Imports that arrive over HTTP, one after the other. */
export function openImportQueue(options: ImportQueueOptions): ImportQueue {
  const progress = new Map<string, ImportProgress>();
  const running = new Map<string, AbortController>();
  let last: Promise<void> = Promise.resolve();

  async function start(upload: Upload): Promise<ImportProgress> {
    checkDatasetName(upload.dataset);
    const folder = await temporaryFolder(options.home.temporary);
    const path = join(folder.path, "upload");
    try {
      await Deno.writeFile(path, withinLimit(upload, options.limits));
    } catch (error) {
      await folder.remove();
      throw machineError(error);
    }
    const first = waiting(upload, options.now());
    remember(first);
    const abort = new AbortController();
    running.set(first.id, abort);
    last = last.then(async () => {
      const { signal } = abort;
      const done = await run(options, { first, path, signal, remember });
      running.delete(first.id);
      await folder.remove();
      remember(done);
    });
    return first;
  }

  function remember(state: ImportProgress): void {
    progress.delete(state.id);
    progress.set(state.id, state);
    for (const id of [...progress.keys()].slice(0, -REMEMBERED)) {
      progress.delete(id);
    }
  }

  return {
    start,
    progress: (id) => progress.get(id) ?? null,
    cancel(id) {
      running.get(id)?.abort();
      return progress.get(id) ?? null;
    },
    record: (id) => readRecord(options.home, id),
  };
}

/** The bytes of an upload; one that says that it is too large is refused before the first. */
function withinLimit(
  { content, name, bytes }: Upload,
  { upload: limit }: ImportLimits,
): ReadableStream<Uint8Array> {
  const refuse = () => uploadTooLarge(name, limit);
  if (bytes !== null && bytes > limit) throw refuse();
  return ReadableStream.from(limited(content, { limit, refuse }));
}

function waiting({ dataset, name }: Upload, startedAt: string): ImportProgress {
  const counts = { read: 0, kept: 0, merged: 0, rejected: 0 };
  return {
    id: crypto.randomUUID(),
    state: "running",
    dataset,
    file: name,
    stage: "Waiting",
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

async function run(
  options: ImportQueueOptions,
  { first, path, signal, remember }: {
    first: ImportProgress;
    path: string;
    signal: AbortSignal;
    remember: (state: ImportProgress) => void;
  },
): Promise<ImportProgress> {
  try {
    const { files: [file] } = await importFiles({
      ...options,
      dataset: first.dataset,
      files: [{ path, name: first.file }],
      format: null,
      partial: false,
      progress: (text) =>
        remember({ ...first, stage: text.replace(path, first.file) }),
      signal,
    });
    if (!file) return first;
    const { read, kept, merged, rejected, reasons, unknownColumns } = file;
    return {
      ...first,
      state: "done",
      stage: "",
      reader: file.format,
      kind: file.kind,
      importId: file.import,
      ...{ read, kept, merged, rejected, reasons, unknownColumns },
    };
  } catch (error) {
    return { ...first, state: "failed", error: reportOf(error) };
  }
}

async function readRecord(
  home: Home,
  id: string,
): Promise<ImportRecord | null> {
  if (!/^[0-9a-f]{16}$/.test(id)) return null;
  const text = await Deno.readTextFile(join(home.imports, `${id}.json`)).catch(
    () => null,
  );
  return text === null ? null : JSON.parse(text) as ImportRecord;
}

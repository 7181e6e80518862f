import { type ErrorReport, NotFoundError, reportOf } from "@pivotbook/data";
import type { Api } from "../api.ts";
import type { ImportJob } from "../api_types.ts";
import { GrowingPause } from "../growing_pause.ts";
import { OfflineError } from "../offline_error.ts";
import { cancelledBefore, mayBeImported } from "./cancelled.ts";
import { newImportId } from "./import_id.ts";
import { rest } from "./rest.ts";

/** Where the import of one file stands, for a reader. */
export interface FileImport {
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  /** `performance.now()` when it began to be sent; null while other files go first. */
  readonly since: number | null;
  /** Null while the file is on its way to the server. */
  readonly job: ImportJob | null;
  /** Whether it is asked to be given up, and the answer waited for. */
  readonly cancelling: boolean;
  /** Whether the server does not answer; it is asked again. */
  readonly away: boolean;
  readonly error: ErrorReport | null;
}

/** Milliseconds between two looks at a running import. */
const PAUSE = 400;

/** A file that waits to be sent. */
export function waitingImport({ name, size }: File): FileImport {
  return {
    file: name,
    size,
    since: null,
    job: null,
    cancelling: false,
    away: false,
    error: null,
  };
}

/** Whether nothing more becomes of it. */
export function isOver({ job, error }: FileImport): boolean {
  return error !== null || (job !== null && job.state !== "running");
}

/** What following an import needs. */
export interface Followed {
  readonly file: File;
  readonly dataset: string;
  readonly show: (state: FileImport) => void;
  /** Gives it up. */
  readonly signal: AbortSignal;
}

/** Sends a file and follows its import to the end; gives the finished job, or null when it failed or was given up. */
export async function followImport(
  api: Api,
  { file, dataset, show, signal }: Followed,
): Promise<ImportJob | null> {
  let state = waitingImport(file);
  const change = (part: Partial<FileImport>) => {
    state = { ...state, cancelling: signal.aborted, away: false, ...part };
    show(state);
  };
  if (signal.aborted) {
    change({ error: reportOf(cancelledBefore) });
    return null;
  }
  change({ since: performance.now() });
  signal.addEventListener("abort", () => change({}), { once: true });
  const pauses = new GrowingPause();
  try {
    let job = await send(api, { file, dataset, signal });
    while (job.state === "running") {
      change({ job });
      await rest(PAUSE, signal);
      job = await look(api, { job, signal, pauses, change });
    }
    change({ job });
    return job.state === "done" ? job : null;
  } catch (error) {
    change({ error: reportOf(error) });
    return null;
  }
}

/** Sends a file; one that is given up meanwhile is asked back by its id, whether it has arrived or not. */
async function send(
  api: Api,
  { file, dataset, signal }: Omit<Followed, "show">,
): Promise<ImportJob> {
  const id = newImportId();
  try {
    return await api.importFile(file, { id, dataset, signal });
  } catch (error) {
    if (!signal.aborted) throw error;
    return await api.cancelImport(id).catch((cause) => {
      throw cause instanceof NotFoundError ? cancelledBefore : mayBeImported;
    });
  }
}

/** Asks how far it is, or for it to be given up, again and again where the server does not answer. */
async function look(
  api: Api,
  { job: { id }, signal, pauses, change }: {
    job: ImportJob;
    signal: AbortSignal;
    pauses: GrowingPause;
    change: (part: Partial<FileImport>) => void;
  },
): Promise<ImportJob> {
  for (;;) {
    try {
      const job =
        await (signal.aborted ? api.cancelImport(id) : api.importJob(id));
      pauses.reset();
      return job;
    } catch (error) {
      if (!(error instanceof OfflineError)) throw error;
      change({ away: true });
      await rest(pauses.next(), signal);
    }
  }
}

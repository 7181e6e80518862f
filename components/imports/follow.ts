import { type ErrorReport, reportOf } from "@pivotbook/data";
import type { Api } from "../api.ts";
import type { ImportJob } from "../api_types.ts";

/** Where the import of one file stands, for a reader. */
export interface FileImport {
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  /** `performance.now()` when it began to be sent; null while other files go first. */
  readonly since: number | null;
  /** Null while the file is on its way to the server. */
  readonly job: ImportJob | null;
  readonly error: ErrorReport | null;
}

/** Milliseconds between two looks at a running import. */
const PAUSE = 400;

/** Whether nothing more becomes of it. */
export function isOver({ job, error }: FileImport): boolean {
  return error !== null || (job !== null && job.state !== "running");
}

/** Sends a file and follows its import to the end; gives the finished job, or null when it failed or was given up. */
export async function followImport(
  api: Api,
  { file, dataset, show, signal }: {
    file: File;
    dataset: string;
    show: (state: FileImport) => void;
    signal: AbortSignal;
  },
): Promise<ImportJob | null> {
  const state: FileImport = {
    file: file.name,
    size: file.size,
    since: performance.now(),
    job: null,
    error: null,
  };
  try {
    signal.throwIfAborted();
    show(state);
    let job = await api.importFile(file, { dataset, signal });
    while (job.state === "running") {
      show({ ...state, job });
      await rest(signal);
      job = signal.aborted
        ? await api.cancelImport(job.id)
        : await api.importJob(job.id);
    }
    show({ ...state, job });
    return job.state === "done" ? job : null;
  } catch (error) {
    const report = signal.aborted ? CANCELLED : reportOf(error);
    show({ ...state, error: report });
    return null;
  }
}

const CANCELLED: ErrorReport = {
  code: "import-cancelled",
  message: "Cancelled before it was sent",
  remedy: "Nothing was imported",
  where: {},
};

/** A pause that ends as soon as the import is given up. */
async function rest(signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, PAUSE);
    if (!signal.aborted) signal.addEventListener("abort", done);
  });
}

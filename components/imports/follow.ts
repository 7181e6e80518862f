import { type ErrorReport, reportOf } from "@pivotbook/data";
import type { Api } from "../api.ts";
import type { ImportJob } from "../api_types.ts";

/** Where the import of one file stands, for a reader. */
export interface FileImport {
  readonly file: string;
  /** Null while the file is on its way to the server. */
  readonly job: ImportJob | null;
  readonly error: ErrorReport | null;
}

/** Milliseconds between two looks at a running import. */
const PAUSE = 400;

/** Sends a file and follows its import to the end; gives the finished job, or null when it failed. */
export async function followImport(
  api: Api,
  { file, dataset, show }: {
    file: File;
    dataset: string;
    show: (state: FileImport) => void;
  },
): Promise<ImportJob | null> {
  const name = file.name;
  show({ file: name, job: null, error: null });
  try {
    let job = await api.importFile(file, dataset);
    while (job.state === "running") {
      show({ file: name, job, error: null });
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      job = await api.importJob(job.id);
    }
    show({ file: name, job, error: null });
    return job.state === "done" ? job : null;
  } catch (error) {
    show({ file: name, job: null, error: reportOf(error) });
    return null;
  }
}

import type { DatasetStore } from "../deps.ts";
import { Interruption } from "../engine/interruption.ts";
import { machineErrorIn } from "../machine_error.ts";
import { checkDatasetName, type Home } from "../store/mod.ts";
import { importCancelled } from "./cancelled.ts";
import type { ImportReport } from "./import_report.ts";
import { defaultLimits, type ImportLimits } from "./limits.ts";
import { keepRejected } from "./keep_record.ts";
import { publishFiles } from "./publish_files.ts";
import { type ReadFile, readFile } from "./read_file.ts";
import { tooManyRejected } from "./too_many_rejected.ts";
import { openWorkshop } from "./workshop.ts";

/** A file to import. */
export interface ImportFile {
  readonly path: string;
  /** Name that rows are said to come from; by default the file's own. */
  readonly name?: string;
}

/** What an import needs. */
export interface ImportJob {
  readonly home: Home;
  readonly datasets: DatasetStore;
  readonly dataset: string;
  readonly files: readonly ImportFile[];
  readonly format: string | null;
  readonly partial: boolean;
  readonly now: () => string;
  readonly progress: (text: string) => void;
  /** Gives the import up; once rows are published it is too late. */
  readonly signal?: AbortSignal;
  /** By default generous ones. */
  readonly limits?: ImportLimits;
}

/**
 * Reads files and publishes their rows as one new snapshot of a dataset: all
 * of them or, after any error, none. A file that the dataset holds already,
 * read by the same reader, adds nothing.
 */
export async function importFiles(job: ImportJob): Promise<ImportReport> {
  checkDatasetName(job.dataset);
  const workshop = await openWorkshop(job.home.temporary);
  const interruption = new Interruption(workshop.connection);
  job.signal?.addEventListener("abort", interruption.begin);
  try {
    const limits = job.limits ?? defaultLimits;
    const read: ReadFile[] = [];
    for (const [index, { path, name }] of job.files.entries()) {
      job.signal?.throwIfAborted();
      job.progress(`Reading ${path}`);
      const file = await readFile(path, {
        connection: workshop.connection,
        folder: workshop.folder,
        format: job.format,
        dataset: job.dataset,
        name,
        partial: job.partial,
        limits,
        signal: job.signal,
        index,
      });
      if (file.rejected > limits.rejected * file.read) {
        const kept = await keepRejected(job, file, workshop);
        const share = limits.rejected;
        throw tooManyRejected(name ?? path, { counts: file, share, kept });
      }
      read.push(file);
    }
    return await publishFiles(read, { job, workshop });
  } catch (error) {
    throw job.signal?.aborted
      ? importCancelled()
      : await machineErrorIn(job.home.temporary, error);
  } finally {
    job.signal?.removeEventListener("abort", interruption.begin);
    interruption.end();
    await workshop.close();
  }
}

import { basename } from "node:path";
import type { DatasetStore } from "../deps.ts";
import { writeSegments } from "../segments/write_segment.ts";
import { writeSideIndex } from "../segments/side_index.ts";
import { checkDatasetName, type Home } from "../store/mod.ts";
import { forReader } from "./disk_full.ts";
import type { FileReport, ImportReport } from "./import_report.ts";
import { keepRecord, reportOf } from "./keep_record.ts";
import { defaultLimits, type ImportLimits } from "./limits.ts";
import { type ReadFile, readFile } from "./read_file.ts";
import { openWorkshop, type Workshop } from "./workshop.ts";

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
  try {
    const read: ReadFile[] = [];
    for (const [index, { path, name }] of job.files.entries()) {
      job.progress(`Reading ${path}`);
      read.push(
        await readFile(path, {
          connection: workshop.connection,
          folder: workshop.folder,
          format: job.format,
          dataset: job.dataset,
          name,
          partial: job.partial,
          limits: job.limits ?? defaultLimits,
          index,
        }),
      );
    }
    return await publish(job, read, workshop);
  } catch (error) {
    throw forReader(error);
  } finally {
    await workshop.close();
  }
}

async function publish(
  job: ImportJob,
  read: readonly ReadFile[],
  workshop: Workshop,
): Promise<ImportReport> {
  const known = await knownImports(job);
  const fresh = read.filter(({ id }, index) =>
    !known.has(id) && read.findIndex((other) => other.id === id) === index
  );
  const reports = read.map((file, index) => {
    const report = reportOf(file, nameOf(job, index));
    return fresh.includes(file) ? report : knownReport(report);
  });
  if (fresh.length === 0) {
    return {
      files: reports,
      dataset: job.dataset,
      snapshot: (await job.datasets.view(job.dataset)).snapshot.id,
    };
  }
  const staged = fresh.map((file) => ({
    kind: file.detected.kind,
    table: file.table,
    rows: file.kept,
  }));
  const segments = await writeSegments(
    {
      connection: workshop.connection,
      folder: workshop.folder,
      home: job.home,
      progress: job.progress,
      sideIndex: writeSideIndex,
    },
    await joinByKind(workshop, staged),
    fresh.map(({ id }) => id),
  );
  for (const file of fresh) {
    await keepRecord(job, file, {
      name: nameOf(job, read.indexOf(file)),
      workshop,
    });
  }
  job.progress(`Publishing ${job.dataset}`);
  const snapshot = await job.datasets.publish(job.dataset, segments);
  return { files: reports, dataset: job.dataset, snapshot: snapshot.id };
}

async function knownImports(
  { datasets, dataset }: ImportJob,
): Promise<ReadonlySet<string>> {
  const { snapshots } = await datasets.log(dataset);
  return new Set(snapshots.flatMap(({ imports }) => imports));
}

function nameOf({ files }: ImportJob, index: number): string {
  const file = files[index];
  return file?.name ?? basename(file?.path ?? "");
}

type Staged = Parameters<typeof writeSegments>[1];

/** Several files of one kind are sorted together. */
async function joinByKind(
  { connection }: Workshop,
  staged: Staged,
): Promise<Staged> {
  const kinds = [...new Set(staged.map(({ kind }) => kind))];
  return await Promise.all(kinds.map(async (kind) => {
    const same = staged.filter((one) => one.kind === kind);
    const [only] = same;
    if (same.length === 1 && only) return only;
    const table = `"all_${kind.name}"`;
    await connection.run(
      `CREATE VIEW ${table} AS ${
        same.map((one) => `SELECT * FROM ${one.table}`).join(" UNION ALL ")
      }`,
    );
    return { kind, table, rows: same.reduce((sum, { rows }) => sum + rows, 0) };
  }));
}

/** A file that adds nothing has merged all of its rows into those that were there. */
function knownReport(report: FileReport): FileReport {
  return { ...report, kept: 0, merged: report.merged + report.kept };
}

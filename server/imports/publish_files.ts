import { basename } from "node:path";
import { ConflictError, type Snapshot } from "@pivotbook/data";
import { type StagedRows, writeSegments } from "../segments/write_segment.ts";
import { writeSideIndex } from "../segments/side_index.ts";
import { importsOf } from "../store/mod.ts";
import type { ImportJob } from "./import_files.ts";
import type { FileReport, ImportReport } from "./import_report.ts";
import { fileReport, keepRecord } from "./keep_record.ts";
import { segmentsToRestore } from "./segments_to_restore.ts";
import { openOutbox } from "./outbox.ts";
import type { ReadFile } from "./read_file.ts";
import type { Workshop } from "./workshop.ts";

/** So often others may publish the same files meanwhile; who comes that far gets the error. */
const TRIES = 5;

/** What publishing works with. */
export interface PublishContext {
  readonly job: ImportJob;
  readonly workshop: Workshop;
}

/**
 * Publishes what the dataset does not hold yet of the files that were read.
 * Where another process publishes one of them meanwhile, the others are
 * written again without it.
 */
export async function publishFiles(
  read: readonly ReadFile[],
  context: PublishContext,
): Promise<ImportReport> {
  for (let tries = 1;; tries++) {
    const former = await formerSnapshot(context.job);
    try {
      return await publishFresh(read, { ...context, former });
    } catch (error) {
      if (!(error instanceof ConflictError) || tries === TRIES) throw error;
    }
  }
}

async function publishFresh(
  read: readonly ReadFile[],
  { job, workshop, former }: PublishContext & {
    readonly former: Snapshot | null;
  },
): Promise<ImportReport> {
  const { datasets, dataset, signal } = job;
  const held = former?.segments ?? [];
  const instead = await segmentsToRestore(held, { job, read });
  const known = importsOf(held.filter(({ sha256 }) => !instead.has(sha256)));
  const fresh = read.filter(({ id }, index) =>
    !known.has(id) && read.findIndex((other) => other.id === id) === index
  );
  const files = read.map((file, index) => {
    const report = fileReport(file, nameOf(job, index));
    return fresh.includes(file) ? report : knownReport(report);
  });
  if (former !== null && fresh.length === 0) {
    return { files, dataset, snapshot: former.id };
  }
  const { home, send } = await openOutbox(job.home, workshop.folder);
  const segments = await writeSegments(
    {
      connection: workshop.connection,
      folder: workshop.folder,
      home,
      progress(text) {
        job.progress(text);
        signal?.throwIfAborted();
      },
      sideIndex(path, segment) {
        signal?.throwIfAborted();
        return writeSideIndex(path, segment);
      },
    },
    {
      staged: await joinByKind(workshop, fresh.map(stagedRows)),
      imports: fresh.map(({ id }) => id),
    },
  );
  for (const file of fresh) {
    await keepRecord({ ...job, home }, file, {
      name: nameOf(job, read.indexOf(file)),
      workshop,
    });
  }
  job.progress(`Publishing ${dataset}`);
  signal?.throwIfAborted();
  await send();
  const snapshot = await datasets.publish(dataset, segments, { instead });
  return { files, dataset, snapshot: snapshot.id };
}

/** What the dataset holds so far; null where there is none of that name. */
async function formerSnapshot(
  { datasets, dataset }: ImportJob,
): Promise<Snapshot | null> {
  const last = (await datasets.log(dataset)).snapshots.at(-1);
  return last ? await datasets.snapshot(last.snapshot) : null;
}

function nameOf({ files }: ImportJob, index: number): string {
  const file = files[index];
  return file?.name ?? basename(file?.path ?? "");
}

function stagedRows({ detected, table, kept }: ReadFile): StagedRows {
  return { kind: detected.kind, table, rows: kept };
}

/** Several files of one kind are sorted together. */
async function joinByKind(
  { connection }: Workshop,
  staged: readonly StagedRows[],
): Promise<StagedRows[]> {
  const kinds = [...new Set(staged.map(({ kind }) => kind))];
  return await Promise.all(kinds.map(async (kind) => {
    const same = staged.filter((one) => one.kind === kind);
    const [only] = same;
    if (same.length === 1 && only) return only;
    const table = `"all_${kind.name}"`;
    await connection.run(
      `CREATE OR REPLACE VIEW ${table} AS ${
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

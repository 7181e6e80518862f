import { basename, join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import {
  addressMacros,
  InputError,
  literal,
  PivotbookError,
  readerMacros,
} from "@pivotbook/data";
import type { DatasetStore } from "../deps.ts";
import { writeSegments } from "../segments/write_segment.ts";
import { writeSideIndex } from "../segments/side_index.ts";
import {
  checkDatasetName,
  type Home,
  moveAtomic,
  temporaryFolder,
  writeAtomic,
} from "../store/mod.ts";
import type {
  FileReport,
  ImportRecord,
  ImportReport,
} from "./import_report.ts";
import { defaultLimits, type ImportLimits } from "./limits.ts";
import { type ReadFile, readFile } from "./read_file.ts";

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
  const temporary = await temporaryFolder(job.home.temporary);
  const folder = temporary.path;
  const instance = await DuckDBInstance.create(join(folder, "staging.duckdb"), {
    temp_directory: folder,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  try {
    await connection.run("SET TimeZone = 'UTC'");
    await connection.run(addressMacros + readerMacros);
    const read: ReadFile[] = [];
    for (const [index, { path, name }] of job.files.entries()) {
      job.progress(`Reading ${path}`);
      read.push(
        await readFile(path, {
          connection,
          folder,
          format: job.format,
          dataset: job.dataset,
          name,
          partial: job.partial,
          limits: job.limits ?? defaultLimits,
          index,
        }),
      );
    }
    return await publish(job, read, { connection, folder });
  } catch (error) {
    throw forReader(error);
  } finally {
    connection.closeSync();
    instance.closeSync();
    await temporary.remove();
  }
}

type Workshop = Pick<Parameters<typeof readFile>[1], "connection" | "folder">;

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
      ...workshop,
      home: job.home,
      progress: job.progress,
      sideIndex: writeSideIndex,
    },
    await joinByKind(workshop, staged),
    fresh.map(({ id }) => id),
  );
  for (const file of fresh) {
    await record(job, file, {
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

function reportOf(file: ReadFile, name: string): FileReport {
  return {
    file: name,
    format: file.detected.reader.format,
    kind: file.detected.kind.name,
    read: file.read,
    kept: file.kept,
    merged: file.merged,
    rejected: file.rejected,
    reasons: file.reasons,
    unknownColumns: file.unknownColumns,
    import: file.id,
  };
}

/** A file that adds nothing has merged all of its rows into those that were there. */
function knownReport(report: FileReport): FileReport {
  return { ...report, kept: 0, merged: report.merged + report.kept };
}

async function record(
  job: ImportJob,
  file: ReadFile,
  { name, workshop }: { name: string; workshop: Workshop },
): Promise<void> {
  const kept: ImportRecord = {
    ...reportOf(file, name),
    id: file.id,
    dataset: job.dataset,
    sha256: file.sha256,
    bytes: file.source.bytes,
    readerVersion: file.detected.reader.version,
    importedAt: job.now(),
  };
  if (file.rejected > 0) {
    const draft = join(workshop.folder, `${file.id}.rejected`);
    await workshop.connection.run(
      `COPY (SELECT line, reason, text FROM ${file.rejects} ORDER BY line) TO ${
        literal(draft)
      } (FORMAT json)`,
    );
    await moveAtomic(
      draft,
      join(job.home.imports, `${file.id}.rejected.ndjson`),
    );
  }
  await writeAtomic(
    join(job.home.imports, `${file.id}.json`),
    JSON.stringify(kept),
  );
}

/** Errors of the machine in words that say what to do. */
function forReader(error: unknown): unknown {
  if (error instanceof PivotbookError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (!/No space left|ENOSPC|disk (is )?full|Could not write/i.test(message)) {
    return error;
  }
  return new InputError("The disk is full: nothing was imported", {
    code: "disk-full",
    remedy: "Free some space and import again; the dataset is as it was",
    cause: error,
  });
}

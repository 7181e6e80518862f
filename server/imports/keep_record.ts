import { join } from "node:path";
import { literal } from "@pivotbook/data";
import { moveAtomic, writeAtomic } from "../store/mod.ts";
import type { ImportJob } from "./import_files.ts";
import type { FileReport, ImportRecord } from "./import_report.ts";
import type { ReadFile } from "./read_file.ts";
import type { Workshop } from "./workshop.ts";

/** What became of a file, for a reader; `name` is what the file is called. */
export function fileReport(file: ReadFile, name: string): FileReport {
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

/** Keeps what an import read, and beside it the lines that it rejected. */
export async function keepRecord(
  job: ImportJob,
  file: ReadFile,
  { name, workshop }: { name: string; workshop: Workshop },
): Promise<void> {
  const kept: ImportRecord = {
    ...fileReport(file, name),
    id: file.id,
    dataset: job.dataset,
    sha256: file.sha256,
    bytes: file.source.bytes,
    readerVersion: file.detected.reader.version,
    importedAt: job.now(),
  };
  if (file.rejected > 0) await keepRejected(job, file, workshop);
  await writeAtomic(
    join(job.home.imports, `${file.id}.json`),
    JSON.stringify(kept),
  );
}

/** Keeps the lines that were rejected of a file, and gives the path. */
export async function keepRejected(
  { home }: Pick<ImportJob, "home">,
  { id, rejects }: Pick<ReadFile, "id" | "rejects">,
  { connection, folder }: Workshop,
): Promise<string> {
  const draft = join(folder, `${id}.rejected`);
  const path = join(home.imports, `${id}.rejected.ndjson`);
  await connection.run(
    `COPY (SELECT line, reason, text FROM ${rejects} ORDER BY line) TO ${
      literal(draft)
    } (FORMAT json)`,
  );
  await moveAtomic(draft, path);
  return path;
}

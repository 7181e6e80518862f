import { InputError, type Segment } from "@pivotbook/data";
import { importsOf, segmentProblem } from "../store/mod.ts";
import type { ImportJob } from "./import_files.ts";
import type { ReadFile } from "./read_file.ts";

/**
 * Hashes of the segments that are written again since the files of their rows
 * were read again and one of them is damaged. A segment that also holds rows
 * of other files is restored by reading all of them at once; without them that
 * is an `InputError`.
 */
export async function segmentsToRestore(
  held: readonly Segment[],
  { job, read }: { job: ImportJob; read: readonly ReadFile[] },
): Promise<ReadonlySet<string>> {
  const ids = new Set(read.map(({ id }) => id));
  const damaged: Segment[] = [];
  for (const segment of held) {
    if (!segment.imports.some((id) => ids.has(id))) continue;
    job.progress(`Checking segments/${segment.sha256}.duckdb`);
    if (await segmentProblem(job.home, segment) !== null) damaged.push(segment);
  }
  // Rows of one import stand in several segments, which are written together.
  const restored = importsOf(damaged);
  const written = held.filter(({ imports }) =>
    imports.some((id) => restored.has(id))
  );
  const missing = [...importsOf(written)].filter((id) => !ids.has(id));
  if (missing.length > 0) throw needsFiles(missing);
  return new Set(written.map(({ sha256 }) => sha256));
}

function needsFiles(missing: readonly string[]): InputError {
  return new InputError(
    `The damaged segment of this file also holds rows of the import ${
      missing.join(", ")
    }`,
    {
      code: "restore-needs-files",
      remedy:
        "Import all of its files in one command; pivotbook verify names them",
    },
  );
}

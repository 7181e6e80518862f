import { reportOf } from "@pivotbook/data";
import type { ImportProgress } from "../deps.ts";
import { importFiles, type ImportJob } from "./import_files.ts";

/** Where an upload lies, and who is told how far its import is. */
export interface ImportRun extends
  Required<
    Pick<ImportJob, "home" | "datasets" | "now" | "limits" | "signal">
  > {
  readonly path: string;
  readonly remember: (state: ImportProgress) => void;
}

/** Imports an upload; gives how it ended, whether well or not. */
export async function runImport(
  first: ImportProgress,
  { path, remember, ...job }: ImportRun,
): Promise<ImportProgress> {
  try {
    const { files: [file] } = await importFiles({
      ...job,
      dataset: first.dataset,
      files: [{ path, name: first.file }],
      format: null,
      partial: false,
      progress: (text) =>
        remember({ ...first, stage: text.replace(path, first.file) }),
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
    return failed(first, error);
  }
}

/** An import that ended by an error. */
export function failed(state: ImportProgress, error: unknown): ImportProgress {
  return { ...state, state: "failed", error: reportOf(error) };
}

export { importFiles } from "./import_files.ts";
export type { ImportFile, ImportJob } from "./import_files.ts";
export type {
  FileReport,
  ImportRecord,
  ImportReport,
  RejectedReason,
} from "./import_report.ts";
export { openImportQueue } from "./import_queue.ts";
export { defaultLimits, sizeText } from "./limits.ts";
export type { ImportLimits } from "./limits.ts";

export { moveAtomic, withLock, writeAtomic } from "./atomic.ts";
export { checkDatasetName, openDatasets } from "./datasets.ts";
export { sha256, sha256OfFile } from "./digest.ts";
export { folderFiles, readSpans } from "./files.ts";
export { openHome } from "./home.ts";
export type { Home } from "./home.ts";
export { openNotebooks } from "./notebooks.ts";
export {
  logSchema,
  segmentSchema,
  snapshotSchema,
} from "./manifest_schemas.ts";
export { segmentProblem } from "./segment_problem.ts";
export { importsOf, snapshotOf } from "./snapshots.ts";
export { readStoredJson, unlessGone } from "./stored_file.ts";
export { temporaryFolder } from "./temporary.ts";
export type { TemporaryFolder } from "./temporary.ts";
export { writeAll } from "./write_all.ts";

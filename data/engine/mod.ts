export type {
  AttachOptions,
  ByteRange,
  Engine,
  EngineIdentity,
  FileBytes,
  RunOptions,
  SegmentLocation,
  Traffic,
} from "./engine.ts";
export type { Column, Row, Table, Value } from "./table.ts";
export { columnOf, rowsOf } from "./table.ts";
export { leavesAsText, textsOf } from "./texts.ts";

export { keyHash, keyHashSql } from "./key_hash.ts";
export {
  BLOCK_SIZE,
  coveringOrder,
  keyColumns,
  partTable,
  ROW_GROUP_SIZE,
  ROWS_ORDER,
  scanOrder,
} from "./layout.ts";
export type { KeyColumns } from "./layout.ts";
export type {
  DatasetLog,
  DatasetView,
  Part,
  PublishedSnapshot,
  Segment,
  Snapshot,
  TimeSpan,
} from "./manifest.ts";
export { nameKey, reverseName } from "./names.ts";
export type { NameKey } from "./names.ts";
export { keyedRowsSql, orderedRowsSql } from "./part_sql.ts";
export {
  decodeSideIndex,
  encodeSideIndex,
  HEADER_BYTES,
  TEXT_LENGTH,
  WHOLE_FILE_BYTES,
} from "./side_index.ts";
export type { PartIndex, RowGroup, SideIndex } from "./side_index.ts";
export {
  blockRanges,
  groupsFor,
  metadataRanges,
  rangesFor,
} from "./side_index_ranges.ts";
export type { WantedKeys } from "./side_index_ranges.ts";

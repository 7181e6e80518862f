export { keyHash } from "./key_hash.ts";
export {
  coveringOrder,
  keyColumns,
  lookupLayout,
  PAGE_BYTES,
  partTable,
  ROWS_ORDER,
  scanLayout,
} from "./layout.ts";
export type { KeyColumns, SegmentLayout } from "./layout.ts";
export { holdsKey, keyFilter, MAX_FILTERED_KEYS } from "./key_filter.ts";
export { scannedParts } from "./scanned_parts.ts";
export type {
  DatasetLog,
  DatasetView,
  Part,
  PublishedSnapshot,
  Segment,
  Snapshot,
  TimeSpan,
} from "./manifest.ts";
export { orderedRowsSql, plainRowsSql } from "./part_sql.ts";
export { decodeSideIndex, encodeSideIndex } from "./side_index_codec.ts";
export { HEADER_BYTES, TEXT_LENGTH, WHOLE_FILE_BYTES } from "./side_index.ts";
export type { PartIndex, RowGroup, SideIndex } from "./side_index.ts";
export {
  blockRanges,
  groupsFor,
  mayHold,
  rangesFor,
} from "./side_index_ranges.ts";
export type { WantedKeys } from "./side_index_ranges.ts";

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
export { orderedRowsSql } from "./part_sql.ts";

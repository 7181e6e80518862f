export { keyHash, keyHashSql } from "./key_hash.ts";
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

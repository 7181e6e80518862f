export { attachDataset, datasetViewsSql } from "./dataset_views.ts";
export type {
  IndicatorCount,
  LookupAnswer,
  LookupRequest,
  LookupSource,
  TimeWindow,
} from "./lookup_source.ts";
export { lookupOrder, namedIndicators } from "./lookup_order.ts";
export { segmentAlias } from "./parts.ts";
export { planLookup } from "./plan.ts";
export { readAgain } from "./read_again.ts";
export { segmentLookup } from "./segment_lookup.ts";
export { UNUSABLE } from "./segment_access.ts";
export type { FoundIndex, SegmentAccess } from "./segment_access.ts";
export { timeCondition } from "./time_condition.ts";
export { MOST_SCANNED, wordColumns } from "./word_scans.ts";

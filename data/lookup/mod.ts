export { attachDataset, datasetViewsSql } from "./dataset_views.ts";
export { accepts } from "./lookup_source.ts";
export type {
  IndicatorCount,
  LookupAnswer,
  LookupRequest,
  LookupSource,
  TimeWindow,
} from "./lookup_source.ts";
export { segmentAlias } from "./parts.ts";
export { planLookup } from "./plan.ts";
export type { OrderPlan } from "./plan.ts";
export { readAgain } from "./read_again.ts";
export { segmentLookup } from "./segment_lookup.ts";
export type { SegmentAccess } from "./segment_access.ts";
export { timeCondition } from "./time_condition.ts";

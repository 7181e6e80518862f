export { accepts } from "./lookup_source.ts";
export type {
  IndicatorCount,
  LookupAnswer,
  LookupRequest,
  LookupSource,
  TimeWindow,
} from "./lookup_source.ts";

export { INDICATOR_TYPES } from "./indicator.ts";
export type { Indicator, IndicatorType } from "./indicator.ts";

export { defang } from "./defang.ts";
export { distinctIndicators, extractIndicators } from "./extract.ts";
export type { ExtractedIndicator } from "./extract.ts";
export { dnsName, nameLabels } from "./dns_name.ts";
export { hostName, registrableDomain } from "./host_name.ts";
export { INDICATOR_TYPES, indicatorKey } from "./indicator.ts";
export type { Indicator, IndicatorType } from "./indicator.ts";
export { parseIndicator, tryParseIndicator } from "./parse.ts";
export type { ParsedIndicator } from "./parse.ts";

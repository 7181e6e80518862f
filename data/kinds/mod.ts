import { alerts } from "./alerts.ts";
import { blocklist } from "./blocklist.ts";
import { certificates } from "./certificates.ts";
import { hostpairs } from "./hostpairs.ts";
import type { DatasetKind } from "./kind.ts";
import { netblocks } from "./netblocks.ts";
import { osint } from "./osint.ts";
import { resolutions } from "./resolutions.ts";
import { sampleLinks } from "./sample_links.ts";
import { samples } from "./samples.ts";
import { webAttributes } from "./web_attributes.ts";
import { whois } from "./whois.ts";

/** All dataset kinds, in the order of their tabs. */
export const datasetKinds: readonly DatasetKind[] = [
  resolutions,
  whois,
  osint,
  blocklist,
  samples,
  sampleLinks,
  hostpairs,
  certificates,
  webAttributes,
  alerts,
  netblocks,
];

export { cellIndicator } from "./cell_indicator.ts";
export { commonColumns } from "./common.ts";
export { allColumns, kindNamed } from "./lookup_kind.ts";
export type {
  ColumnType,
  DatasetKind,
  KeyFamily,
  KindColumn,
  KindStep,
  KindTimes,
  SortOrder,
  TypedBy,
} from "./kind.ts";

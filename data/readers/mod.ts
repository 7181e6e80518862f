import { cof } from "./cof.ts";
import { csv } from "./csv.ts";
import { dnsdbV1 } from "./dnsdb_v1.ts";
import { dnsdbV2 } from "./dnsdb_v2.ts";
import { ndjson } from "./ndjson.ts";
import { parquet } from "./parquet.ts";
import type { Reader } from "./reader.ts";

/** All readers. */
export const readers: readonly Reader[] = [
  cof,
  dnsdbV1,
  dnsdbV2,
  csv,
  ndjson,
  parquet,
];

export { detectReader, readerNamed } from "./detect.ts";
export type { Detected } from "./detect.ts";
export { firstObject } from "./head.ts";
export { readerMacros } from "./macros.ts";
export { readerFunctions } from "./normal_values.ts";
export type { Head, Reader, Sniffed, WholeFileCheck } from "./reader.ts";

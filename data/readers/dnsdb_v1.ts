import { resolutions } from "../kinds/resolutions.ts";
import { cofSelect } from "./cof_select.ts";
import { isCof, rrnameHasDot } from "./head.ts";
import type { Reader } from "./reader.ts";

/** DNSDB API version 1: bare records, a JSON object per line, names with trailing dots. */
export const dnsdbV1: Reader = {
  format: "dnsdb-v1",
  version: 2,
  title: "DNSDB version 1",
  input: "lines",
  sniff: (head) =>
    isCof(head) && rrnameHasDot(head)
      ? { confidence: 0.98, kind: resolutions }
      : null,
  columns: () => null,
  select: () =>
    cofSelect({
      record: "CASE WHEN json_valid(text) THEN text END",
      only: "true",
      source: "'DNSDB'",
    }),
  checks: [],
};

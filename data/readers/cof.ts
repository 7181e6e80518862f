import { resolutions } from "../kinds/resolutions.ts";
import { cofSelect } from "./cof_select.ts";
import { isCof, rrnameHasDot } from "./head.ts";
import type { Reader } from "./reader.ts";

/** Passive DNS Common Output Format, a JSON object per line, as CIRCL and D4 write it. */
export const cof: Reader = {
  format: "cof",
  version: 2,
  title: "Passive DNS Common Output Format",
  input: "lines",
  sniff: (head) =>
    isCof(head)
      ? { confidence: rrnameHasDot(head) ? 0.9 : 0.97, kind: resolutions }
      : null,
  columns: () => null,
  select: () =>
    cofSelect({
      record: "CASE WHEN json_valid(text) THEN text END",
      only: "true",
      source: "nullif(regexp_extract(origin, '^[a-z]+://([^/:]+)', 1), '')",
    }),
  checks: [],
};

import { resolutions } from "../kinds/resolutions.ts";
import { cofSelect } from "./cof_select.ts";
import { firstObject } from "./head.ts";
import type { Reader } from "./reader.ts";

const condition =
  "CASE WHEN json_valid(text) THEN json_extract_string(text, '$.cond') END";

/** The last line that says how the stream ended. */
const ending =
  `(SELECT arg_max(cond, line) FROM (SELECT line, ${condition} AS cond FROM lines WHERE trim(text) <> ''))`;
const message =
  `(SELECT arg_max(CASE WHEN json_valid(text) THEN json_extract_string(text, '$.msg') END, line) FROM lines WHERE trim(text) <> '')`;

/** DNSDB API version 2: records in the Streaming API Framing, which says how the stream ended. */
export const dnsdbV2: Reader = {
  format: "dnsdb-v2",
  version: 2,
  title: "DNSDB version 2 (SAF)",
  input: "lines",
  sniff: (head) =>
    "cond" in firstObject(head)
      ? { confidence: 0.99, kind: resolutions }
      : null,
  columns: () => null,
  select: () =>
    cofSelect({
      record: "CASE WHEN json_valid(text) THEN json_extract(text, '$.obj') END",
      only: "(NOT json_valid(text) OR json_exists(text, '$.obj'))",
      source: "'DNSDB'",
    }),
  checks: [
    {
      partial: true,
      sql: `SELECT 'truncated-stream' AS code,
  'The stream ends without saying that it is complete: records are missing' AS message,
  'Fetch it again, or import what is there with --partial' AS remedy
FROM (SELECT ${ending} AS cond) WHERE cond IS NULL OR cond NOT IN ('succeeded', 'limited', 'failed')`,
    },
    {
      partial: true,
      sql:
        `SELECT 'failed-stream' AS code, 'The server broke the stream off: ' || coalesce(${message}, 'no reason given') AS message,
  'Fetch it again, or import what is there with --partial' AS remedy
FROM (SELECT ${ending} AS cond) WHERE cond = 'failed'`,
    },
  ],
};

import { columnsReader } from "./columns_reader.ts";
import type { Reader } from "./reader.ts";

/** A JSON object per line whose keys are the columns of a dataset kind. */
export const ndjson: Reader = columnsReader(
  { format: "ndjson", title: "NDJSON with a kind's columns", input: "lines" },
  (head) => head.text !== null && /^\s*\{/.test(head.text),
);

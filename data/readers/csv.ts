import { columnsReader } from "./columns_reader.ts";
import type { Reader } from "./reader.ts";

/** CSV whose header names the columns of a dataset kind; comma, semicolon or tab. */
export const csv: Reader = columnsReader(
  { format: "csv", title: "CSV with a kind's columns", input: "csv" },
  (head) => head.text !== null && !/^\s*[{[]/.test(head.text),
);

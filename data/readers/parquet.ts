import { columnsReader } from "./columns_reader.ts";
import type { Reader } from "./reader.ts";

const MAGIC = "PAR1";

/** Parquet whose columns carry a dataset kind's names. */
export const parquet: Reader = columnsReader(
  {
    format: "parquet",
    title: "Parquet with a kind's columns",
    input: "parquet",
  },
  (head) =>
    new TextDecoder().decode(head.bytes.subarray(0, MAGIC.length)) === MAGIC,
);

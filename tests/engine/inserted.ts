import type { Column } from "@pivotbook/data";

/** A column of each type that can be inserted, with its edges. */
export const insertedColumns: readonly Column[] = [
  { name: "text", type: "VARCHAR", values: ["zażółć", "", null] },
  { name: "big", type: "BIGINT", values: [-9223372036854775808n, 1n, null] },
  { name: "small", type: "INTEGER", values: [-1, 2147483647, null] },
  { name: "unsigned", type: "UINTEGER", values: [0, 4294967295, null] },
  { name: "wide", type: "UBIGINT", values: [0n, 18446744073709551615n, null] },
  {
    name: "huge",
    type: "UHUGEINT",
    values: [0n, 340282366920938463463374607431768211455n, null],
  },
  { name: "float", type: "DOUBLE", values: [0.1, -1e300, null] },
  { name: "flag", type: "BOOLEAN", values: [true, false, null] },
  { name: "time", type: "TIMESTAMP", values: [-1n, 1577934245678901n, null] },
  { name: "day", type: "DATE", values: [0n, 1577923200000000n, null] },
  { name: "list", type: "VARCHAR[]", values: [["a", null], [], null] },
];

/** Times alone travel as integers in the browser. */
export const timeColumns: readonly Column[] = insertedColumns.filter((
  { type },
) => ["TIMESTAMP", "DATE"].includes(type));

/** Few values without lists travel as parameters in the browser: every type, and texts that could be mistaken. */
export const boundColumns: readonly Column[] = [
  ...insertedColumns.filter(({ type }) => !type.endsWith("[]")),
  { name: "quotes", type: "VARCHAR", values: ["'; DROP --", "?", "$1"] },
  { name: "odd", type: "VARCHAR", values: ['\\ " \n\t', "a\0b", "null"] },
];

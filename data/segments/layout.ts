import type { DatasetKind, KeyFamily, SortOrder } from "../kinds/kind.ts";

/** Bytes of a storage block of a segment. */
export const BLOCK_SIZE = 65_536;

/** Rows of a row group of a segment: the finest grain that a lookup reads. */
export const ROW_GROUP_SIZE = 4_096;

/** Columns that a part's table has before the kind's own: the numeric key and what makes it exact. */
export interface KeyColumns {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** What the table is sorted by. */
  readonly sortedBy: readonly string[];
}

const uint = "UINTEGER";
const uhuge = "UHUGEINT";

/** Key columns by family: a hash and the text itself, or an address as a number. */
export const keyColumns: Readonly<Record<KeyFamily, KeyColumns>> = {
  name: {
    columns: [
      { name: "key", type: uint },
      { name: "base", type: "VARCHAR" },
      { name: "rest", type: "VARCHAR" },
    ],
    sortedBy: ["key", "base", "rest"],
  },
  text: {
    columns: [{ name: "key", type: uint }, {
      name: "key_text",
      type: "VARCHAR",
    }],
    sortedBy: ["key", "key_text"],
  },
  ip4: { columns: [{ name: "key", type: uint }], sortedBy: ["key"] },
  ip6: { columns: [{ name: "key", type: uhuge }], sortedBy: ["key"] },
  range4: {
    columns: [{ name: "key", type: uint }, { name: "key_last", type: uint }],
    sortedBy: ["key", "key_last"],
  },
  range6: {
    columns: [{ name: "key", type: uhuge }, { name: "key_last", type: uhuge }],
    sortedBy: ["key", "key_last"],
  },
};

/** Name of the order that holds each row once, unsorted, for kinds without a covering order. */
export const ROWS_ORDER = "rows";

/** Table of a part. */
export function partTable(kind: DatasetKind, order: string): string {
  return `${kind.name}_${order}`;
}

/** The order that holds every row exactly once: one over a required plain column, or null. */
export function coveringOrder(kind: DatasetKind): SortOrder | null {
  const required = kind.columns.filter((column) => column.required).map((
    { name },
  ) => name);
  return kind.orders.find(({ value }) => required.includes(value)) ?? null;
}

/** The order to read when all rows are wanted. */
export function scanOrder(kind: DatasetKind): string {
  return coveringOrder(kind)?.name ?? ROWS_ORDER;
}

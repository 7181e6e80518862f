import type { DatasetKind, KeyFamily, SortOrder } from "../kinds/kind.ts";

/** How a segment file is cut. */
export interface SegmentLayout {
  /** Bytes of a storage block. */
  readonly blockSize: number;
  /** Rows of a row group: the finest grain that is read. */
  readonly rowGroupSize: number;
}

/** For lookups: a key lies in few and small blocks. */
export const lookupLayout: SegmentLayout = {
  blockSize: 65_536,
  rowGroupSize: 4_096,
};

/** For scans: a column lies in blocks of its own, and a block holds many of its rows. */
export const scanLayout: SegmentLayout = {
  blockSize: 262_144,
  rowGroupSize: 122_880,
};

/** A browser reads pages of this size from the beginning of a file on, whatever the blocks. */
export const PAGE_BYTES = 16_384;

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

/** Name of the order that holds each row once, by time, without keys: for kinds without a covering order, and for scans of large imports. */
export const ROWS_ORDER = "rows";

/** Table of a part. */
export function partTable(kind: DatasetKind, order: string): string {
  return `${kind.name}_${order}`;
}

/** The order that holds every row exactly once: one over a required column or its host, or null. */
export function coveringOrder(kind: DatasetKind): SortOrder | null {
  const required = kind.columns.filter((column) => column.required).map((
    { name },
  ) => name);
  const covering = required.flatMap((name) => [name, `host_part(${name})`]);
  return kind.orders.find(({ value }) => covering.includes(value)) ?? null;
}

/** How a key meets the rows of a part; each has its condition in `conditions`. */
export type KeyShape =
  | "name"
  | "below"
  | "text"
  | "point"
  | "span"
  | "overlap";

/** The rows that a key can be among, in the order in which a part is sorted. */
export interface KeySpan {
  /** Lowest and highest numeric key, both included. */
  readonly low: bigint;
  readonly high: bigint;
  /** Where one numeric key has many rows: what the text after it starts with, as `tieText` writes it; null for all. */
  readonly text: string | null;
}

/** One key of a lookup, planned for one sort order. */
export interface Key {
  readonly shape: KeyShape;
  readonly span: KeySpan;
  /** Of names: the two topmost labels and the rest, reversed. */
  readonly base: string;
  readonly rest: string;
  /** Of texts: the text itself. */
  readonly text: string;
}

const NO_TEXTS = { base: "", rest: "", text: "" } as const;

/** A key of numbers alone. */
export function numberKey(
  shape: KeyShape,
  span: Pick<KeySpan, "low" | "high">,
): Key {
  const { low, high } = span;
  return { shape, span: { low, high, text: null }, ...NO_TEXTS };
}

/** What follows the numeric key of a name, as one text that sorts as `base, rest` does. */
export function tieText(base: string, rest: string): string {
  return `${base}\0${rest}`;
}

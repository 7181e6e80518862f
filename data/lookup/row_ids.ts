import type { SideIndex } from "../segments/side_index.ts";
import { groupsFor } from "../segments/side_index_ranges.ts";
import type { Key } from "./key.ts";

/** A span of row ids, both ends included. */
export interface RowIdSpan {
  readonly first: number;
  readonly last: number;
}

/** More spans than this would cost more than they save. */
const MAX_SPANS = 500;

/**
 * The rows of a part that can hold the keys, where the side index knows more
 * than the zone maps: one key may fill many row groups, which only the text
 * after it tells apart. Null where the keys alone prune as well.
 */
export function rowIdSpans(
  index: SideIndex | null,
  { table, keys }: { table: string; keys: readonly Key[] },
): RowIdSpan[] | null {
  const part = index?.parts.find((candidate) => candidate.table === table);
  if (!part) return null;
  const exact = groupsFor(part, keys.map(({ span }) => span));
  const byKey = groupsFor(
    part,
    keys.map(({ span }) => ({ ...span, text: null })),
  );
  if (exact.length === byKey.length) return null;
  const spans: RowIdSpan[] = [];
  for (const { start, rows } of exact) {
    const before = spans.at(-1);
    const last = start + rows - 1;
    if (before && before.last + 1 === start) {
      spans[spans.length - 1] = { first: before.first, last };
    } else spans.push({ first: start, last });
  }
  return spans.length > MAX_SPANS ? null : spans;
}

/** SQL that narrows a scan to the spans, or an empty text. */
export function rowIdSql(spans: readonly RowIdSpan[] | null): string {
  if (spans === null) return "";
  if (spans.length === 0) return "\n    AND false";
  const list = spans.map(({ first, last }) =>
    `rowid BETWEEN ${first} AND ${last}`
  );
  return `\n    AND (${list.join(" OR ")})`;
}

import type { AttachOptions, ByteRange } from "../engine/engine.ts";
import {
  HEADER_BYTES,
  type PartIndex,
  type RowGroup,
  type SideIndex,
} from "./side_index.ts";
import { holdsKey } from "./key_filter.ts";

/** Keys that are wanted from a part. */
export interface WantedKeys {
  readonly low: bigint;
  readonly high: bigint;
  /** What the text after the key starts with, to tell row groups of one key apart; null for any. */
  readonly text: string | null;
}

/** Row groups that can hold the keys, in order. */
export function groupsFor(
  part: PartIndex,
  keys: readonly WantedKeys[],
): RowGroup[] {
  const held = keys.filter((key) => mayHold(part, key));
  return part.groups.filter((group) => held.some((key) => meets(group, key)));
}

/** Whether a part may hold a key: a single number that its filter does not know it does not hold. */
export function mayHold(
  { filter }: PartIndex,
  { low, high }: WantedKeys,
): boolean {
  return low !== high || holdsKey(filter, low);
}

/** File ranges that a lookup of the keys in one part reads, neighbours joined. */
export function rangesFor(
  index: SideIndex,
  { table, keys }: { table: string; keys: readonly WantedKeys[] },
): ByteRange[] {
  const part = index.parts.find((candidate) => candidate.table === table);
  if (!part) return [];
  return blockRanges(
    groupsFor(part, keys).flatMap(({ blocks }) => blocks),
    index.blockSize,
  );
}

/** What is known of a segment before it is attached; nothing for one without an index. */
export function attachOptions(index: SideIndex | null): AttachOptions {
  if (index === null) return {};
  const { blockSize, metadata, parts } = index;
  const columns = parts.flatMap((part) => part.columns).map((blocks) =>
    blocks.map((block) => ({
      offset: HEADER_BYTES + block * blockSize,
      length: blockSize,
    }))
  );
  return { blockSize, known: metadata, columns };
}

/** Blocks as file ranges, ascending, neighbours joined. */
export function blockRanges(
  blocks: readonly number[],
  blockSize: number,
): ByteRange[] {
  const ranges: ByteRange[] = [];
  for (const block of [...new Set(blocks)].sort((a, b) => a - b)) {
    const offset = HEADER_BYTES + block * blockSize;
    const last = ranges.at(-1);
    if (last && last.offset + last.length === offset) {
      ranges[ranges.length - 1] = {
        offset: last.offset,
        length: last.length + blockSize,
      };
    } else {
      ranges.push({ offset, length: blockSize });
    }
  }
  return ranges;
}

function meets(group: RowGroup, key: WantedKeys): boolean {
  if (key.high < group.low || key.low > group.high) return false;
  const { text } = key;
  if (text === null || key.low !== key.high) return true;
  const { lowText, highText } = group;
  const before = key.low === group.low && lowText !== null &&
    precedes(text, lowText.slice(0, text.length));
  const after = key.low === group.high && highText !== null &&
    precedes(highText, text.slice(0, highText.length));
  return !before && !after;
}

/** Whether one text sorts before another by code points, as DuckDB sorts. */
function precedes(left: string, right: string): boolean {
  const [a, b] = [[...left], [...right]];
  for (const [index, character] of a.entries()) {
    const other = b[index];
    if (other === undefined) return false;
    if (character !== other) {
      return (character.codePointAt(0) ?? 0) < (other.codePointAt(0) ?? 0);
    }
  }
  return a.length < b.length;
}

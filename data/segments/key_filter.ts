/** Bits for each key: about one key in a hundred that is absent is taken for present. */
const BITS_PER_KEY = 10;

/** Positions that each key sets. */
const POSITIONS = 7;

/** Above so many keys a filter would be larger than what it saves. */
export const MAX_FILTERED_KEYS = 1_500_000;

/** A Bloom filter over the numeric keys of a part, or null for too many keys: it tells keys that the part surely does not hold. */
export function keyFilter(
  keys: Iterable<bigint>,
  count: number,
): Uint8Array<ArrayBuffer> | null {
  if (count > MAX_FILTERED_KEYS) return null;
  const filter = new Uint8Array(
    Math.ceil(Math.max(count, 8) * BITS_PER_KEY / 8),
  );
  for (const key of keys) {
    for (const bit of bitsOf(key, filter.length * 8)) {
      filter[bit >> 3] = (filter[bit >> 3] ?? 0) | (1 << (bit & 7));
    }
  }
  return filter;
}

/** Whether a part with that filter may hold the key; without a filter it may. */
export function holdsKey(filter: Uint8Array | null, key: bigint): boolean {
  return filter === null ||
    bitsOf(key, filter.length * 8).every((bit) =>
      ((filter[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0
    );
}

function bitsOf(key: bigint, size: number): number[] {
  let first = 0x9e3779b9;
  let second = 0x85ebca6b;
  for (const word of wordsOf(key)) {
    first = mixed(first ^ word);
    second = mixed(second + word);
  }
  return Array.from(
    { length: POSITIONS },
    (_, index) => ((first + index * (second | 1)) >>> 0) % size,
  );
}

function wordsOf(key: bigint): number[] {
  const word = Number(key & 0xffff_ffffn);
  return key >> 32n === 0n ? [word] : [word, ...wordsOf(key >> 32n)];
}

/** Spreads the bits of a 32-bit number, as MurmurHash3 does at its end. */
function mixed(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

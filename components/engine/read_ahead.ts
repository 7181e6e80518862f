import { type ByteRange, HEADER_BYTES } from "@pivotbook/data";

/** How many blocks of a column are read ahead at its first miss, the second and so on. */
const STEPS = [0, 8, 32, 64];

interface Place {
  readonly column: number;
  readonly index: number;
}

/** Foresees what a scan reads next: the following blocks of the column that it has just missed one of. */
export class ReadAhead {
  readonly #columns: readonly (readonly ByteRange[])[];
  readonly #blockSize: number;
  readonly #places: ReadonlyMap<number, readonly Place[]>;
  readonly #misses: number[];

  constructor(
    columns: readonly (readonly ByteRange[])[],
    blockSize: number,
  ) {
    this.#columns = columns;
    this.#blockSize = blockSize;
    this.#misses = columns.map(() => 0);
    this.#places = placesOf(columns);
  }

  /** Ranges that a scan reads soon after the missed byte; none where it is in no scanned column. */
  after(position: number): ByteRange[] {
    const block = Math.floor((position - HEADER_BYTES) / this.#blockSize);
    const offset = HEADER_BYTES + block * this.#blockSize;
    const places = this.#places.get(offset) ?? [];
    for (const { column } of places) {
      this.#misses[column] = this.#missesOf(column) + 1;
    }
    const [most] = places.toSorted((left, right) =>
      this.#missesOf(right.column) - this.#missesOf(left.column)
    );
    if (most === undefined) return [];
    const step = Math.min(this.#missesOf(most.column), STEPS.length) - 1;
    const next = most.index + 1;
    return this.#columns[most.column]?.slice(next, next + (STEPS[step] ?? 0)) ??
      [];
  }

  #missesOf(column: number): number {
    return this.#misses[column] ?? 0;
  }
}

/** Small columns share blocks, so a block may have a place in several. */
function placesOf(
  columns: readonly (readonly ByteRange[])[],
): Map<number, Place[]> {
  const places = new Map<number, Place[]>();
  for (const [column, ranges] of columns.entries()) {
    for (const [index, { offset }] of ranges.entries()) {
      const known = places.get(offset);
      if (known) known.push({ column, index });
      else places.set(offset, [{ column, index }]);
    }
  }
  return places;
}

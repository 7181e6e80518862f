/**
 * Kahn's order: every cell behind what it reads, the first in document order
 * where several could come next. Cells of a cycle, and those behind one, come
 * last, in document order.
 */
export function orderOf(
  ids: readonly string[],
  upstream: ReadonlyMap<string, readonly string[]>,
): string[] {
  const place = new Map(ids.map((id, index) => [id, index]));
  const waits = new Map(ids.map((id) => [id, upstream.get(id)?.length ?? 0]));
  const readers = readersOf(ids, upstream);
  const ready = new Heap();
  ids.forEach((id, index) => {
    if (waits.get(id) === 0) ready.push(index);
  });
  const order: string[] = [];
  for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
    const id = ids[next] ?? "";
    order.push(id);
    for (const reader of readers.get(id) ?? []) {
      const left = (waits.get(reader) ?? 0) - 1;
      waits.set(reader, left);
      if (left === 0) ready.push(place.get(reader) ?? 0);
    }
  }
  const done = new Set(order);
  return [...order, ...ids.filter((id) => !done.has(id))];
}

function readersOf(
  ids: readonly string[],
  upstream: ReadonlyMap<string, readonly string[]>,
): Map<string, string[]> {
  const readers = new Map(ids.map((id): [string, string[]] => [id, []]));
  for (const id of ids) {
    for (const source of upstream.get(id) ?? []) readers.get(source)?.push(id);
  }
  return readers;
}

/** A binary heap of numbers, the smallest first. */
class Heap {
  readonly #items: number[] = [];

  push(item: number): void {
    const items = this.#items;
    let index = items.push(item) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (this.#at(parent) <= this.#at(index)) return;
      this.#swap(parent, index);
      index = parent;
    }
  }

  pop(): number | undefined {
    const items = this.#items;
    if (items.length === 0) return undefined;
    this.#swap(0, items.length - 1);
    const first = items.pop();
    this.#sink();
    return first;
  }

  #sink(): void {
    for (let index = 0;;) {
      const [left, right] = [2 * index + 1, 2 * index + 2];
      const child = this.#at(right) < this.#at(left) ? right : left;
      if (this.#at(index) <= this.#at(child)) return;
      this.#swap(index, child);
      index = child;
    }
  }

  #at(index: number): number {
    return this.#items[index] ?? Infinity;
  }

  #swap(left: number, right: number): void {
    const [a, b] = [this.#at(left), this.#at(right)];
    this.#items[left] = b;
    this.#items[right] = a;
  }
}

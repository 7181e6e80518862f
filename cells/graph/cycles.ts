type Edges = ReadonlyMap<string, readonly string[]>;

/** By cell of a cycle: a shortest path along what cells read that leads from it back to it. */
export function cyclesOf(
  ids: readonly string[],
  upstream: Edges,
): Map<string, string[]> {
  const cycles = new Map<string, string[]>();
  for (const component of componentsOf(ids, upstream)) {
    for (const id of component) {
      const path = pathBack(id, { upstream, within: new Set(component) });
      if (path) cycles.set(id, path);
    }
  }
  return cycles;
}

/** Tarjan's strongly connected components, without recursion so that long chains do not overflow. */
function componentsOf(ids: readonly string[], upstream: Edges): string[][] {
  const components: string[][] = [];
  const indexes = new Map<string, number>();
  const lows = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const low = (id: string): number => lows.get(id) ?? 0;
  const lower = (id: string, value: number): void => {
    lows.set(id, Math.min(low(id), value));
  };
  const enter = (id: string): Frame => {
    indexes.set(id, indexes.size);
    lows.set(id, indexes.size - 1);
    stack.push(id);
    onStack.add(id);
    return { id, next: 0 };
  };
  const leave = (id: string): void => {
    if (low(id) !== indexes.get(id)) return;
    const component = stack.splice(stack.indexOf(id));
    for (const member of component) onStack.delete(member);
    components.push(component);
  };
  for (const root of ids) {
    if (indexes.has(root)) continue;
    const frames: Frame[] = [enter(root)];
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      const source = upstream.get(frame.id)?.[frame.next++];
      if (source === undefined) {
        frames.pop();
        leave(frame.id);
        const parent = frames.at(-1);
        if (parent) lower(parent.id, low(frame.id));
      } else if (!indexes.has(source)) frames.push(enter(source));
      else if (onStack.has(source)) {
        lower(frame.id, indexes.get(source) ?? 0);
      }
    }
  }
  return components;
}

interface Frame {
  readonly id: string;
  next: number;
}

/** Breadth first from a cell back to itself; null where no cycle runs through it. */
function pathBack(
  id: string,
  { upstream, within }: { upstream: Edges; within: ReadonlySet<string> },
): string[] | null {
  const from = new Map<string, string>();
  const queue = [id];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const source of upstream.get(at) ?? []) {
      if (source === id) return traced(at, { from, start: id });
      if (!within.has(source) || from.has(source)) continue;
      from.set(source, at);
      queue.push(source);
    }
  }
  return null;
}

function traced(
  last: string,
  { from, start }: { from: ReadonlyMap<string, string>; start: string },
): string[] {
  const path = [start];
  for (let at = last; at !== start; at = from.get(at) ?? start) path.push(at);
  return [start, ...path.slice(1).reverse(), start];
}

/** All cells that can be reached from some along edges, themselves left out unless an edge leads back. */
export function reach(
  from: Iterable<string>,
  edges: ReadonlyMap<string, readonly string[]>,
): Set<string> {
  const found = new Set<string>();
  const queue = [...from].flatMap((id) => edges.get(id) ?? []);
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    queue.push(...edges.get(id) ?? []);
  }
  return found;
}

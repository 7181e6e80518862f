import type { Graph } from "./graph.ts";

/**
 * For each cell that cannot run because of another: the cell at the root of
 * it, the first in run order where there are several. `broken` are the cells
 * that fail by themselves.
 */
export function blameOf(
  graph: Pick<Graph, "order" | "upstream">,
  broken: ReadonlySet<string>,
): Map<string, string> {
  const blame = new Map<string, string>();
  for (const id of graph.order) {
    if (broken.has(id)) continue;
    for (const source of graph.upstream.get(id) ?? []) {
      const root = broken.has(source) ? source : blame.get(source);
      if (root === undefined) continue;
      blame.set(id, earlier(graph.order, [root, blame.get(id)]));
    }
  }
  return blame;
}

function earlier(
  order: readonly string[],
  [first, second]: readonly [string, string | undefined],
): string {
  if (second === undefined) return first;
  return order.indexOf(first) <= order.indexOf(second) ? first : second;
}

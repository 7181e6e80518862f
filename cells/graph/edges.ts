import type { Graph, GraphCell } from "./graph.ts";

/** Resolves what cells read into edges; the first of several definers stands for a duplicate name. */
export function edgesOf(
  cells: readonly GraphCell[],
  { definitions, datasets }: {
    definitions: Graph["definitions"];
    datasets: readonly string[];
  },
): Pick<Graph, "upstream" | "downstream" | "missing"> {
  const outside = new Set(datasets.map((name) => name.toLowerCase()));
  const upstream = new Map<string, string[]>();
  const downstream = new Map(
    cells.map(({ id }): [string, string[]] => [id, []]),
  );
  const missing = new Map<string, string[]>();
  for (const { id, reads } of cells) {
    const names = [...new Set(reads.map((name) => name.toLowerCase()))];
    const sources = names.flatMap((name) => definitions.get(name) ?? []);
    upstream.set(id, [...new Set(sources)]);
    for (const source of new Set(sources)) downstream.get(source)?.push(id);
    const unknown = names.filter((name) =>
      !definitions.has(name) && !outside.has(name)
    );
    if (unknown.length > 0) missing.set(id, unknown);
  }
  return { upstream, downstream, missing };
}

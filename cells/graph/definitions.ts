import type { GraphCell } from "./graph.ts";

/** Ids of the cells by the name that they define, in lower case, since SQL names have no case. */
export function definitionsOf(
  cells: readonly GraphCell[],
): Map<string, string[]> {
  const definitions = new Map<string, string[]>();
  for (const { id, name } of cells) {
    if (name === null) continue;
    const key = name.toLowerCase();
    definitions.set(key, [...definitions.get(key) ?? [], id]);
  }
  return definitions;
}

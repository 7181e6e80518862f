import type { ErrorReport } from "@pivotbook/data";
import type { Graph } from "../graph/graph.ts";
import type { Examined } from "./examine_cell.ts";

/** What is wrong with a cell because of others: a doubled name, a cycle, a name that nothing has. */
export function graphError(
  id: string,
  { graph, cells }: { graph: Graph; cells: ReadonlyMap<string, Examined> },
): ErrorReport | null {
  const name = cells.get(id)?.name ?? id;
  const where = { cell: name };
  const twins = graph.definitions.get(name.toLowerCase()) ?? [];
  if (twins.length > 1) {
    return {
      code: "duplicate-name",
      message: `${twins.length} cells are named "${name}"`,
      remedy: "Give each its own name",
      where,
    };
  }
  const cycle = graph.cycles.get(id);
  if (cycle) {
    const names = cycle.map((member) => cells.get(member)?.name ?? member);
    return {
      code: "cycle",
      message: `The cell reads itself: ${names.join(" reads ")}`,
      remedy: "Take one of these references out",
      where,
    };
  }
  const [missing] = graph.missing.get(id) ?? [];
  if (missing === undefined) return null;
  return {
    code: "unknown-name",
    message: `No cell or dataset is named "${missing}"`,
    remedy: "Write a cell of that name, or correct the reference",
    where,
  };
}

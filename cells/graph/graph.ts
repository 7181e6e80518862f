import { definitionsOf } from "./definitions.ts";
import { cyclesOf } from "./cycles.ts";
import { edgesOf } from "./edges.ts";
import { orderOf } from "./order.ts";

/** A cell as the graph sees it: what it is called and which names it reads. */
export interface GraphCell {
  readonly id: string;
  readonly name: string | null;
  readonly reads: readonly string[];
}

/** Which cells read which. All lists are in document order. */
export interface Graph {
  /** Ids of the cells by the name, in lower case, that they define: more than one is a duplicate. */
  readonly definitions: ReadonlyMap<string, readonly string[]>;
  /** By cell: the cells that it reads. */
  readonly upstream: ReadonlyMap<string, readonly string[]>;
  /** By cell: the cells that read it. */
  readonly downstream: ReadonlyMap<string, readonly string[]>;
  /** By cell: the names that nothing defines. */
  readonly missing: ReadonlyMap<string, readonly string[]>;
  /** By cell that is part of a cycle: the ids along it, starting and ending with the cell. */
  readonly cycles: ReadonlyMap<string, readonly string[]>;
  /** All cells, each behind what it reads, in document order where that leaves a choice. */
  readonly order: readonly string[];
}

/** Builds the graph of cells in document order; `datasets` are names defined outside. */
export function buildGraph(
  cells: readonly GraphCell[],
  datasets: readonly string[],
): Graph {
  const definitions = definitionsOf(cells);
  const { upstream, downstream, missing } = edgesOf(cells, {
    definitions,
    datasets,
  });
  const ids = cells.map(({ id }) => id);
  const cycles = cyclesOf(ids, upstream);
  const order = orderOf(ids, upstream);
  return { definitions, upstream, downstream, missing, cycles, order };
}

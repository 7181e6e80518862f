import type { ErrorReport } from "@pivotbook/data";
import { blameOf } from "../graph/blame.ts";
import { buildGraph, type Graph } from "../graph/graph.ts";
import type { Cell, Notebook } from "../notebook/notebook.ts";
import { examineAgain, type Examined } from "./examine_cell.ts";
import { graphError } from "./graph_error.ts";

/** What the text of a notebook says before anything runs. */
export interface Examination {
  readonly graph: Graph;
  readonly cells: ReadonlyMap<string, Examined>;
  /** By cell that cannot run as it is written. */
  readonly errors: ReadonlyMap<string, ErrorReport>;
  readonly disabled: ReadonlySet<string>;
  /** By cell that cannot run because of another: that one. */
  readonly blame: ReadonlyMap<string, string>;
}

/** Finds names, references, cycles, duplicates and what each cell makes impossible for others. Cells that say what they said in `before` are not read again. */
export function examine(
  notebook: Notebook,
  { datasets, before }: {
    datasets: readonly string[];
    before: Examination | null;
  },
): Examination {
  const written = cellsOf(notebook);
  const pivotDatasets = pivotDatasetsOf(notebook, datasets);
  const cells = new Map(
    written.map((cell) => [
      cell.id,
      examineAgain(cell, {
        datasets,
        pivotDatasets,
        before: before?.cells.get(cell.id),
      }),
    ]),
  );
  const graph = buildGraph(
    [...cells].map(([id, { name, references }]) => ({
      id,
      name,
      reads: references.filter(({ link }) => !link).map(({ name }) => name),
    })),
    datasets,
  );
  const errors = new Map(
    [...cells].flatMap(([id, { error }]) => {
      const found = error ?? graphError(id, { graph, cells });
      return found ? [[id, found] as const] : [];
    }),
  );
  const disabled = new Set(
    written.filter(({ options }) => Object.hasOwn(options, "disabled"))
      .map(({ id }) => id),
  );
  const blame = blameOf(graph, new Set([...errors.keys(), ...disabled]));
  return { graph, cells, errors, disabled, blame };
}

/** The cells of a notebook, in order. */
export function cellsOf({ blocks }: Pick<Notebook, "blocks">): Cell[] {
  return blocks.filter((block) => block.type === "cell");
}

/** Names of the datasets that pivots look into unless they say otherwise. */
export function pivotDatasetsOf(
  notebook: Notebook,
  datasets: readonly string[],
): readonly string[] {
  return notebook.datasets.length > 0 ? notebook.datasets : datasets;
}

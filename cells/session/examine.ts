import { type ErrorReport, InputError, reportOf } from "@pivotbook/data";
import { blameOf } from "../graph/blame.ts";
import { buildGraph, type Graph } from "../graph/graph.ts";
import type { CellReference } from "../kinds/cell_kind.ts";
import { cellKindNamed } from "../kinds/mod.ts";
import { checkOptions } from "../kinds/options.ts";
import { nameError, refuseName } from "../notebook/names.ts";
import type { Cell, Notebook } from "../notebook/notebook.ts";

/** What the text of a cell says before it runs. */
export interface Examined {
  readonly name: string | null;
  readonly references: readonly CellReference[];
  readonly error: ErrorReport | null;
}

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

/** Finds names, references, cycles, duplicates and what each cell makes impossible for others. */
export function examine(
  notebook: Notebook,
  datasets: readonly string[],
): Examination {
  const written = cellsOf(notebook);
  const pivotDatasets = pivotDatasetsOf(notebook, datasets);
  const cells = new Map(
    written.map((cell) => [
      cell.id,
      examineCell(cell, { datasets, pivotDatasets }),
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

function examineCell(
  cell: Cell,
  { datasets, pivotDatasets }: {
    datasets: readonly string[];
    pivotDatasets: readonly string[];
  },
): Examined {
  const refusal = cell.name === null ? null : refuseName(cell.name, datasets);
  const name = refusal ? null : cell.name;
  try {
    if (refusal && cell.name !== null) throw nameError(cell.name, refusal);
    const kind = cellKindNamed(cell.kind);
    if (kind.needsName && cell.name === null) throw nameless(kind.title);
    checkOptions(cell, kind);
    const references = kind.references(cell, { datasets: pivotDatasets });
    return { name, references, error: null };
  } catch (error) {
    return { name, references: [], error: located(reportOf(error), cell) };
  }
}

/** An error report that says which cell it is about. */
export function located(report: ErrorReport, cell: Cell): ErrorReport {
  return { ...report, where: { ...report.where, cell: cell.name ?? cell.id } };
}

function nameless(title: string): InputError {
  return new InputError(`A ${title} cell needs a name`, {
    code: "nameless-cell",
    remedy: "Write a name behind the kind, so that other cells can read it",
  });
}

function graphError(
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

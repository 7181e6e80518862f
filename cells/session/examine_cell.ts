import { type ErrorReport, InputError, reportOf } from "@pivotbook/data";
import type { CellReference } from "../kinds/cell_kind.ts";
import { cellKindNamed } from "../kinds/mod.ts";
import { checkOptions } from "../kinds/options.ts";
import { nameError, refuseName } from "../notebook/names.ts";
import type { Cell } from "../notebook/notebook.ts";
import { contentKey } from "./reconcile.ts";

/** What the text of a cell says before it runs. */
export interface Examined {
  /** What it was read from: the same key gives the same. */
  readonly key: string;
  readonly name: string | null;
  readonly references: readonly CellReference[];
  readonly error: ErrorReport | null;
}

/** What the meaning of a cell depends on beside its text. */
export interface CellSurroundings {
  readonly datasets: readonly string[];
  readonly pivotDatasets: readonly string[];
}

/** What a cell says; `before` is given back where it says the same. */
export function examineAgain(
  cell: Cell,
  { before, ...surroundings }: CellSurroundings & {
    before: Examined | undefined;
  },
): Examined {
  const { datasets, pivotDatasets } = surroundings;
  const key = JSON.stringify([contentKey(cell), datasets, pivotDatasets]);
  return before?.key === key
    ? before
    : { key, ...examineCell(cell, surroundings) };
}

function examineCell(
  cell: Cell,
  { datasets, pivotDatasets }: CellSurroundings,
): Omit<Examined, "key"> {
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

import type { DatasetView, Engine, LookupSource } from "@pivotbook/data";
import type { Cell } from "../notebook/notebook.ts";
import type { Output } from "./output.ts";

/** A name that a cell mentions. */
export interface CellReference {
  readonly name: string;
  /** Only says where the cell came from: it neither waits for that cell nor runs again after it. */
  readonly link: boolean;
}

/** What a kind may know of the notebook when it looks for references. */
export interface ReferenceContext {
  /** Names of the datasets that pivots of this notebook look into. */
  readonly datasets: readonly string[];
}

/** What a cell runs with. */
export interface RunContext {
  readonly engine: Engine;
  readonly lookup: LookupSource;
  /** All datasets. */
  readonly datasets: readonly DatasetView[];
  /** Names of the datasets that pivots of this notebook look into. */
  readonly pivotDatasets: readonly string[];
  readonly signal: AbortSignal;
  /** Makes a dataset's tables readable as `name.kind`. */
  openDataset(name: string): Promise<void>;
  /** The last result of the cell of that name; null for none. */
  resolve(name: string): Output | null;
  /** Shows a result of which a part is still to come; resolves once what shows it had time to read it. */
  show(output: Output): Promise<void>;
  /** What a kind wants to find again at its next run, by a key of its own; forgotten with the engine's tables. */
  readonly memory: Map<string, unknown>;
}

/** An option of a cell's info string. */
export interface CellOption {
  readonly name: string;
  readonly doc: string;
}

/** A kind of cell: what its text refers to and how it runs. */
export interface CellKind {
  /** First word of the info string. */
  readonly name: string;
  readonly title: string;
  readonly doc: string;
  readonly options: readonly CellOption[];
  /** Whether a cell of it is of use only under a name. */
  readonly needsName: boolean;
  /** Names that the cell mentions, in order; throws an `InputError` for a text that cannot run. */
  references(cell: Cell, context: ReferenceContext): readonly CellReference[];
  /** Runs the cell; throws a `PivotbookError`, or the signal's reason. */
  run(cell: Cell, context: RunContext): Promise<Output>;
}

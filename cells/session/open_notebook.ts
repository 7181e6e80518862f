import { parseNotebook } from "../notebook/parse_notebook.ts";
import { type Examination, examine } from "./examine.ts";
import type { CellState, SessionState } from "./state.ts";

/** What a session knows beyond what it shows: all of it plain data, so that operations stay pure. */
export interface OpenNotebook extends SessionState {
  readonly settings: SessionSettings;
  /** What the text says before anything runs. */
  readonly examined: Examination;
  /** The run whose end is awaited; null where the engine is free. */
  readonly active: RunTicket | null;
  /** Why each cell that waits or runs does so, by id. */
  readonly causes: Readonly<Record<string, string>>;
  /** Number of the next new block. */
  readonly nextId: number;
  /** The text as it was last saved. */
  readonly saved: string;
}

/** One run of one cell. */
export interface RunTicket {
  readonly id: string;
  readonly version: number;
}

/** What stays the same while a session is open. */
export interface SessionSettings {
  /** Names of all datasets. */
  readonly datasets: readonly string[];
  /** Whether a change runs what it concerns; otherwise cells turn stale and wait to be run. */
  readonly automatic: boolean;
  /** Why the cells run that the notebook has from the start: `the notebook was opened`. */
  readonly opening: string;
}

/** A session without any text. */
export function emptyNotebook(settings: SessionSettings): OpenNotebook {
  const notebook = parseNotebook("");
  return {
    settings,
    notebook,
    examined: examine(notebook, { datasets: settings.datasets, before: null }),
    cells: {},
    order: [],
    dirty: false,
    active: null,
    causes: {},
    nextId: 1,
    saved: "",
    crashed: {},
  };
}

/** The state of a cell that was just written. */
export function newCell(id: string): CellState {
  return {
    id,
    name: null,
    status: "idle",
    reason: "",
    reads: [],
    output: null,
    partial: false,
    error: null,
    blame: null,
    duration: null,
    version: 0,
  };
}

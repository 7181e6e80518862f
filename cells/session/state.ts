import type { ErrorReport } from "@pivotbook/data";
import type { Output } from "../kinds/output.ts";
import type { Notebook } from "../notebook/notebook.ts";

/** Where a cell stands; see `cells/README.md`. */
export type CellStatus =
  | "idle"
  | "queued"
  | "running"
  | "stopping"
  | "ok"
  | "cached"
  | "stale"
  | "blocked"
  | "disabled"
  | "cancelled"
  | "error";

/** What a session knows of one cell. */
export interface CellState {
  readonly id: string;
  /** The name that others refer to; null where it is missing or refused. */
  readonly name: string | null;
  readonly status: CellStatus;
  /** Why it ran, or why it stands where it stands, for a reader: `ran because period changed`. */
  readonly reason: string;
  /** Names of the cells and datasets that it reads, in order of first mention. */
  readonly reads: readonly string[];
  /** The last good result; kept, greyed, while a later run waits or has failed. */
  readonly output: Output | null;
  /** Whether a part of `output` is still to come, or never came since the run was stopped or failed. */
  readonly partial: boolean;
  readonly error: ErrorReport | null;
  /** The cell whose failure keeps this one from running. */
  readonly blame: string | null;
  /** Milliseconds of the last run; null before the first. */
  readonly duration: number | null;
  /** Counts edits and runs: what arrives for an older one is dropped. */
  readonly version: number;
}

/** A notebook that is open: its text and where each cell stands. */
export interface SessionState {
  readonly notebook: Notebook;
  /** By cell id. */
  readonly cells: Readonly<Record<string, CellState>>;
  /** Ids in the order in which they run. */
  readonly order: readonly string[];
  /** True while the text differs from what was last saved. */
  readonly dirty: boolean;
  /** What brought the engine down, by `contentKey` of the cell: it runs again only when a person asks for it. */
  readonly crashed: Readonly<Record<string, ErrorReport>>;
}

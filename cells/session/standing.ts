import type { ErrorReport } from "@pivotbook/data";
import { labelOf } from "./causes.ts";
import type { Examination } from "./examine.ts";
import type { OpenNotebook } from "./open_notebook.ts";
import type { CellState } from "./state.ts";

/** Where a cell stands, and why. */
export type Standing = Pick<
  CellState,
  "status" | "reason" | "error" | "blame"
>;

/** Where a cell stands that failed. */
export function failedWith(error: ErrorReport): Standing {
  return { status: "error", reason: error.message, error, blame: null };
}

/** Where a cell stands that waits for one that failed. */
export function blockedBy(
  state: OpenNotebook,
  blame: string,
): Standing {
  const reason = `waits for ${labelOf(state, blame)}, which has an error`;
  return { status: "blocked", reason, error: null, blame };
}

/** Whether a cell's text, and that of all it reads, lets it run. */
export function runnable(
  { cells, errors, disabled, blame }: Examination,
  id: string,
): boolean {
  return cells.has(id) && !errors.has(id) && !disabled.has(id) &&
    !blame.has(id);
}

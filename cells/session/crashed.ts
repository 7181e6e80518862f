import type { ErrorReport } from "@pivotbook/data";
import { cellsOf } from "./examine.ts";
import type { OpenNotebook } from "./open_notebook.ts";
import { contentKey } from "./reconcile.ts";

/** Code of the error of what brought the engine down. */
const CRASH = "engine-crashed";

/** Whether an error says that what was asked brought the engine down. */
export function isCrash({ code }: ErrorReport): boolean {
  return code === CRASH;
}

/** By id of each cell that brought the engine down as it is written now: what happened. */
export function crashedCells(
  { notebook, crashed }: OpenNotebook,
): ReadonlyMap<string, ErrorReport> {
  if (Object.keys(crashed).length === 0) return new Map();
  return new Map(
    cellsOf(notebook).flatMap((cell) => {
      const error = crashed[contentKey(cell)];
      return error ? [[cell.id, error] as const] : [];
    }),
  );
}

/** The state in which these cells may be tried once more. */
export function forgiven(
  state: OpenNotebook,
  ids: readonly string[],
): OpenNotebook {
  const chosen = new Set(ids);
  const keys = new Set(
    cellsOf(state.notebook).filter(({ id }) => chosen.has(id)).map(contentKey),
  );
  const left = Object.entries(state.crashed).filter(([key]) => !keys.has(key));
  return { ...state, crashed: Object.fromEntries(left) };
}

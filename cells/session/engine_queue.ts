import type { Change } from "./change.ts";
import type { OpenNotebook } from "./open_notebook.ts";
import type { Effect } from "./operation.ts";
import type { CellState } from "./state.ts";

/** Whether the engine works on this very version of a cell. */
export function isActive(
  { active }: OpenNotebook,
  { id, version }: CellState,
): boolean {
  return active?.id === id && active.version === version;
}

/** The effect that stops a cell's run. */
export function abort(
  { id, version }: Pick<CellState, "id" | "version">,
): Effect {
  return { type: "abort", id, version };
}

/** Stops the run of a cell that is not there any more, or says something else. */
export function abortOf(before: OpenNotebook, after: OpenNotebook): Effect[] {
  const { active } = before;
  const cell = active ? before.cells[active.id] : undefined;
  if (!active || !cell || !isActive(before, cell)) return [];
  const same = after.cells[active.id]?.version === active.version;
  return same ? [] : [abort(active)];
}

/** Starts the first queued cell in run order where the engine is free. */
export function startNext(state: OpenNotebook): Change {
  if (state.active) return { state, effects: [] };
  const id = state.order.find((id) => state.cells[id]?.status === "queued");
  const version = id === undefined ? undefined : state.cells[id]?.version;
  if (id === undefined || version === undefined) return { state, effects: [] };
  const active = { id, version };
  return { state: { ...state, active }, effects: [{ type: "run", ...active }] };
}

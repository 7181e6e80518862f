import type { Effect } from "./operation.ts";
import type { OpenNotebook } from "./open_notebook.ts";
import type { CellState } from "./state.ts";

/** A state and what must be done about it. */
export interface Change {
  readonly state: OpenNotebook;
  readonly effects: readonly Effect[];
}

/** A change of nothing. */
export function unchanged(state: OpenNotebook): Change {
  return { state, effects: [] };
}

/** Applies one change after another. */
export function chain(
  state: OpenNotebook,
  steps: readonly ((state: OpenNotebook) => Change)[],
): Change {
  return steps.reduce<Change>((before, step) => {
    const after = step(before.state);
    return {
      state: after.state,
      effects: [...before.effects, ...after.effects],
    };
  }, unchanged(state));
}

/** The state with one cell altered; a cell that is not there stays away. */
export function withCell(
  state: OpenNotebook,
  id: string,
  fields: Partial<CellState>,
): OpenNotebook {
  const cell = state.cells[id];
  if (!cell) return state;
  return { ...state, cells: { ...state.cells, [id]: { ...cell, ...fields } } };
}

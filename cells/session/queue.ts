import { type Change, withCell } from "./change.ts";
import { type Causes, withNeeds, withReaders } from "./causes.ts";
import { abort, isActive } from "./engine_queue.ts";
import type { OpenNotebook } from "./open_notebook.ts";
import type { Effect } from "./operation.ts";
import { crashedCells } from "./crashed.ts";
import { blockedBy, failedWith, runnable } from "./standing.ts";
import type { CellState } from "./state.ts";

/** Queues changed cells and their readers where the session runs by itself; otherwise marks them. */
export function queue(state: OpenNotebook, causes: Causes): Change {
  const all = withReaders(state, causes);
  return state.settings.automatic
    ? enqueue(state, withNeeds(state, all))
    : markStale(state, all);
}

/** Queues exactly these cells; those that cannot run stay, those behind a failure are blocked, those that crashed the engine keep their error. */
export function enqueue(state: OpenNotebook, causes: Causes): Change {
  return mark(state, {
    causes,
    fields: (cell, next) => {
      const failed = failedSource(next, cell.id);
      if (failed !== null) return blockedBy(next, failed);
      const reason = `will run because ${causes.get(cell.id)}`;
      return { status: "queued", reason, error: null, blame: null };
    },
  });
}

/** Marks exactly these cells as not up to date. */
export function markStale(state: OpenNotebook, causes: Causes): Change {
  return mark(state, {
    causes,
    fields: (cell) => ({
      status: cell.output ? "stale" : "idle",
      reason: cell.output
        ? `not run since ${causes.get(cell.id)}`
        : "not run yet",
      error: null,
      blame: null,
    }),
  });
}

function mark(
  state: OpenNotebook,
  { causes, fields }: {
    causes: Causes;
    fields: (cell: CellState, state: OpenNotebook) => Partial<CellState>;
  },
): Change {
  const effects: Effect[] = [];
  const crashed = crashedCells(state);
  let next = state;
  for (const id of state.order) {
    const cell = next.cells[id];
    if (!causes.has(id) || !cell || !runnable(next.examined, id)) continue;
    if (isActive(next, cell)) effects.push(abort(cell));
    const version = cell.version + 1;
    const crash = crashed.get(id);
    const standing = crash ? failedWith(crash) : fields(cell, next);
    next = withCell(next, id, { ...standing, version });
  }
  const entries = Object.fromEntries(causes);
  return {
    state: { ...next, causes: { ...next.causes, ...entries } },
    effects,
  };
}

/** The failed cell that keeps this one from running; null for none. */
function failedSource(state: OpenNotebook, id: string): string | null {
  for (const source of state.examined.graph.upstream.get(id) ?? []) {
    const cell = state.cells[source];
    if (cell?.status === "error") return source;
    if (cell?.status === "blocked") return cell.blame;
  }
  return null;
}

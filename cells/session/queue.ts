import { reach } from "../graph/reach.ts";
import { type Change, withCell } from "./change.ts";
import type { Examination } from "./examine.ts";
import type { OpenNotebook } from "./open_notebook.ts";
import type { Effect } from "./operation.ts";
import type { CellState } from "./state.ts";

/** Why cells are to run, by id. */
export type Causes = ReadonlyMap<string, string>;

/** Queues changed cells and their readers where the session runs by itself; otherwise marks them. */
export function queue(state: OpenNotebook, causes: Causes): Change {
  const all = withReaders(state, causes);
  return state.settings.automatic
    ? enqueue(state, withNeeds(state, all))
    : markStale(state, all);
}

/** The same with all readers, which run because what they read changed. */
export function withReaders(state: OpenNotebook, causes: Causes): Causes {
  const { upstream, downstream } = state.examined.graph;
  const readers = reach(causes.keys(), downstream);
  const all = new Map(causes);
  for (const id of state.order) {
    if (!readers.has(id) || all.has(id)) continue;
    const source = upstream.get(id)?.find((source) => all.has(source));
    all.set(id, `${labelOf(state, source)} changed`);
  }
  return all;
}

/** The same with the cells that these read and that are not up to date. */
export function withNeeds(
  state: OpenNotebook,
  causes: Causes,
  { retry }: { retry: boolean } = { retry: false },
): Causes {
  const { upstream } = state.examined.graph;
  const all = new Map(causes);
  const wanting = ["idle", "stale", "cancelled"];
  if (retry) wanting.push("error", "blocked");
  for (const id of state.order.toReversed()) {
    if (!all.has(id)) continue;
    for (const source of upstream.get(id) ?? []) {
      const status = state.cells[source]?.status ?? "";
      if (all.has(source) || !wanting.includes(status)) continue;
      all.set(source, `${labelOf(state, id)} needs it`);
    }
  }
  return all;
}

/** Queues exactly these cells; those that cannot run stay, those behind a failure are blocked. */
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
  let next = state;
  for (const id of state.order) {
    const cell = next.cells[id];
    if (!causes.has(id) || !cell || !runnable(next.examined, id)) continue;
    if (isActive(next, cell)) effects.push(abort(cell));
    const version = cell.version + 1;
    next = withCell(next, id, { ...fields(cell, next), version });
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

/** Where a cell stands that waits for one that failed. */
export function blockedBy(
  state: OpenNotebook,
  blame: string,
): Pick<CellState, "status" | "reason" | "error" | "blame"> {
  const reason = `waits for ${labelOf(state, blame)}, which has an error`;
  return { status: "blocked", reason, error: null, blame };
}

/** A cell's name, or a word for one without. */
export function labelOf(state: OpenNotebook, id: string | undefined): string {
  return state.cells[id ?? ""]?.name ?? "an unnamed cell";
}

/** Whether a cell's text, and that of all it reads, lets it run. */
export function runnable(
  { cells, errors, disabled, blame }: Examination,
  id: string,
): boolean {
  return cells.has(id) && !errors.has(id) && !disabled.has(id) &&
    !blame.has(id);
}

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

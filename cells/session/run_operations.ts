import { reach } from "../graph/reach.ts";
import type { Handlers } from "./apply.ts";
import { chain, type Change, unchanged, withCell } from "./change.ts";
import { writeNotebook } from "../notebook/write_notebook.ts";
import type { OpenNotebook } from "./open_notebook.ts";
import type { Effect } from "./operation.ts";
import { type Causes, labelOf, withNeeds, withReaders } from "./causes.ts";
import { abort, isActive } from "./engine_queue.ts";
import { forgiven } from "./crashed.ts";
import { enqueue, markStale, queue } from "./queue.ts";
import { takeText } from "./take_text.ts";

/** Operations that run and stop cells. */
export const runHandlers: Handlers<
  | "run"
  | "cancel"
  | "dataset-changed"
  | "dataset-removed"
  | "engine-restarted"
> = {
  run(state, { ids }) {
    const chosen = ids === "all" ? state.order : ids;
    const causes = new Map(chosen.map((id) => [id, "it was asked for"]));
    const { automatic } = state.settings;
    const willing = forgiven(state, chosen);
    const wanted = withNeeds(
      willing,
      automatic ? withReaders(willing, causes) : causes,
      { retry: true },
    );
    return chain(willing, [
      (state) => enqueue(state, wanted),
      (state) => automatic ? unchanged(state) : markReaders(state, wanted),
    ]);
  },

  cancel(state, { ids }) {
    const chosen = ids === "all" ? state.order : ids;
    const causes = new Map(chosen.map((id) => [id, "stopped"]));
    for (const id of chosen) {
      const readers = reach([id], state.examined.graph.downstream);
      const why = `not run: ${labelOf(state, id)} was stopped`;
      for (const reader of readers) {
        if (!causes.has(reader)) causes.set(reader, why);
      }
    }
    return stop(state, causes);
  },

  "dataset-changed"(state, { name }) {
    const known = state.settings.datasets
      .some((dataset) => sameName(dataset, name));
    if (!known) return withDatasets(state, [...state.settings.datasets, name]);
    const readers = state.order.filter((id) =>
      state.cells[id]?.reads.some((read) => sameName(read, name))
    );
    return queue(
      state,
      new Map(readers.map((id) => [id, `${name} has new data`])),
    );
  },

  "dataset-removed"(state, { name }) {
    const left = state.settings.datasets
      .filter((dataset) => !sameName(dataset, name));
    return withDatasets(state, left);
  },

  "engine-restarted"(state) {
    const cells = Object.fromEntries(
      Object.entries(state.cells).map(([id, cell]) => [
        id,
        { ...cell, output: null },
      ]),
    );
    const causes = new Map(
      state.order.map((id) => [id, "the engine was restarted"]),
    );
    const { active } = state;
    return chain({ ...state, cells }, [
      (state) => ({ state, effects: active ? [abort(active)] : [] }),
      (state) => ({ ...markStale(state, causes), effects: [] }),
      (state) => queue(state, causes),
    ]);
  },
};

function sameName(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

/** Datasets that come or go can mend references or break them, and pivots look elsewhere. */
function withDatasets(
  state: OpenNotebook,
  datasets: readonly string[],
): Change {
  const settings = { ...state.settings, datasets };
  const text = writeNotebook(state.notebook);
  return takeText({ ...state, settings }, { text, hint: null });
}

/** Readers of what will run, where they do not run by themselves. */
function markReaders(state: OpenNotebook, wanted: Causes): Change {
  const readers = [...withReaders(state, wanted)]
    .filter(([id]) => !wanted.has(id));
  return markStale(state, new Map(readers));
}

/** Where a cell stands whose run still has the engine. */
const STOPPING = { status: "stopping", reason: "stopping" } as const;

/** Stops the cells among these that wait or run. */
function stop(state: OpenNotebook, reasons: Causes): Change {
  const effects: Effect[] = [];
  let next = state;
  for (const [id, reason] of reasons) {
    const cell = state.cells[id];
    if (cell?.status !== "queued" && cell?.status !== "running") continue;
    const active = isActive(state, cell);
    if (active) effects.push(abort(cell));
    next = withCell(next, id, {
      ...(active ? STOPPING : { status: "cancelled", reason }),
      version: cell.version + 1,
    });
  }
  return { state: next, effects };
}

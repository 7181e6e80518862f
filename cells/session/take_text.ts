import { reach } from "../graph/reach.ts";
import type { Cell } from "../notebook/notebook.ts";
import { parseNotebook } from "../notebook/parse_notebook.ts";
import { writeNotebook } from "../notebook/write_notebook.ts";
import { chain, type Change } from "./change.ts";
import { cellsOf, type Examination, examine } from "./examine.ts";
import { newCell, type OpenNotebook } from "./open_notebook.ts";
import type { Effect } from "./operation.ts";
import { abortOf } from "./engine_queue.ts";
import { queue } from "./queue.ts";
import { failedWith, runnable, type Standing } from "./standing.ts";
import { tableName } from "../kinds/table_name.ts";
import { contentKey, reconcile } from "./reconcile.ts";
import type { CellState } from "./state.ts";

/**
 * Makes a text the notebook. Cells that say what they said before keep their
 * results; what a change makes obsolete is stopped, and what it concerns is
 * queued or marked.
 */
export function takeText(
  before: OpenNotebook,
  { text, hint }: { text: string; hint: string | null },
): Change {
  const parsed = parseNotebook(text);
  const { blocks, nextId } = reconcile(before.notebook.blocks, parsed, {
    nextId: before.nextId,
    hint,
  });
  const notebook = { ...parsed, blocks };
  const examined = examine(notebook, {
    datasets: before.settings.datasets,
    before: before.examined,
  });
  const changed = changedCells(before, { cells: cellsOf(notebook), examined });
  const cells = cellStates(before, { examined, changed });
  const state: OpenNotebook = {
    ...before,
    notebook,
    cells,
    examined,
    order: examined.graph.order,
    nextId,
    dirty: writeNotebook(notebook) !== before.saved,
  };
  return chain(state, [
    (state) => ({ state, effects: abortOf(before, state) }),
    (state) => ({ state, effects: forgotten(before, state) }),
    (state) => queue(state, changed),
  ]);
}

/** By id of each cell that says something else than before, or that others now give another meaning: why. */
function changedCells(
  before: OpenNotebook,
  { cells, examined }: { cells: readonly Cell[]; examined: Examination },
): Map<string, string> {
  const old = new Map(cellsOf(before.notebook).map((cell) => [cell.id, cell]));
  const changed = new Map<string, string>();
  for (const cell of cells) {
    const former = old.get(cell.id);
    if (!former) changed.set(cell.id, novelty(before));
    else if (contentKey(former) !== contentKey(cell)) {
      changed.set(cell.id, "it was edited");
    } else if (meaningChanged(cell.id, { before, examined })) {
      changed.set(cell.id, "what it reads was renamed or mended");
    }
  }
  return changed;
}

function novelty({ notebook, settings }: OpenNotebook): string {
  return notebook.blocks.length === 0 ? settings.opening : "it is new";
}

function meaningChanged(
  id: string,
  { before, examined }: { before: OpenNotebook; examined: Examination },
): boolean {
  const sources = (from: Examination): string =>
    (from.graph.upstream.get(id) ?? []).join(" ");
  return sources(before.examined) !== sources(examined) ||
    before.cells[id]?.reads.join() !== readsOf(id, examined).join() ||
    (runnable(examined, id) && !runnable(before.examined, id));
}

function readsOf(id: string, { cells }: Examination): string[] {
  const names = cells.get(id)?.references.map(({ name }) => name) ?? [];
  return [...new Set(names)];
}

function cellStates(
  before: OpenNotebook,
  { examined, changed }: {
    examined: Examination;
    changed: ReadonlyMap<string, string>;
  },
): Record<string, CellState> {
  const touched = new Set([
    ...changed.keys(),
    ...reach(changed.keys(), examined.graph.downstream),
  ]);
  return Object.fromEntries(
    [...examined.cells].map(([id, { name }]) => {
      const former = before.cells[id] ?? newCell(id);
      const cell = { ...former, name, reads: readsOf(id, examined) };
      const standing = standingOf(id, examined);
      if (standing) {
        return [id, { ...cell, ...standing, version: bumped(cell) }];
      }
      if (!touched.has(id)) return [id, cell];
      return [id, { ...cell, ...waiting(cell), version: bumped(cell) }];
    }),
  );
}

function bumped({ version }: CellState): number {
  return version + 1;
}

/** Where a cell stands that has a result, or none, but is not up to date. */
function waiting(cell: CellState): Standing {
  const status = cell.output ? "stale" : "idle";
  return { status, reason: "not run yet", error: null, blame: null };
}

/** Where a cell stands that cannot run as it is written; null for one that can. */
function standingOf(id: string, examined: Examination): Standing | null {
  const error = examined.errors.get(id) ?? null;
  const none = { error: null, blame: null };
  if (error) return failedWith(error);
  if (examined.disabled.has(id)) {
    return { ...none, status: "disabled", reason: "disabled" };
  }
  const blame = examined.blame.get(id);
  if (blame === undefined) return null;
  const name = examined.cells.get(blame)?.name ?? "a cell";
  const why = examined.disabled.has(blame) ? "is disabled" : "has an error";
  const reason = `waits for ${name}, which ${why}`;
  return { status: "blocked", reason, error: null, blame };
}

/** What stood for something before and does not now; a name that changed its kind too, since a table and a schema may bear the same one. */
function forgotten(before: OpenNotebook, after: OpenNotebook): Effect[] {
  const still = new Set(cellsOf(after.notebook).map(tableKey));
  return cellsOf(before.notebook)
    .filter((cell) => !still.has(tableKey(cell)))
    .map((cell) => ({ type: "forget", name: tableName(cell) }));
}

function tableKey(cell: Cell): string {
  return `${cell.kind} ${tableName(cell)}`;
}

import { reach } from "../graph/reach.ts";
import type { OpenNotebook } from "./open_notebook.ts";

/** Why cells are to run, by id. */
export type Causes = ReadonlyMap<string, string>;

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

/** A cell's name, or a word for one without. */
export function labelOf(state: OpenNotebook, id: string | undefined): string {
  return state.cells[id ?? ""]?.name ?? "an unnamed cell";
}

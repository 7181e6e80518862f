import { reach } from "../graph/reach.ts";
import type { Handlers } from "./apply.ts";
import { unchanged, withCell } from "./change.ts";
import type { OpenNotebook, RunTicket } from "./open_notebook.ts";
import { blockedBy, failedWith } from "./standing.ts";
import type { CellState } from "./state.ts";

/** What the runtime reports of its runs. A report on an older version of a cell only frees the engine. */
export const reportHandlers: Handlers<
  "started" | "shown" | "finished" | "failed" | "stopped" | "crashed"
> = {
  started(state, ticket) {
    if (!isCurrent(state, ticket)) return unchanged(state);
    const reason = `runs because ${state.causes[ticket.id]}`;
    return unchanged(
      withCell(state, ticket.id, { status: "running", reason }),
    );
  },

  shown(state, { output, ...ticket }) {
    if (!isCurrent(state, ticket)) return unchanged(state);
    return unchanged(withCell(state, ticket.id, { output, partial: true }));
  },

  finished(state, { output, duration, ...ticket }) {
    return settled(state, {
      ticket,
      fields: () => ({
        status: "ok",
        reason: `ran because ${state.causes[ticket.id]}`,
        output,
        partial: false,
        duration,
        error: null,
        blame: null,
      }),
    });
  },

  failed(state, { error, ...ticket }) {
    const after = settled(state, {
      ticket,
      fields: () => failedWith(error),
    });
    if (!isCurrent(state, ticket)) return after;
    return unchanged(blockReaders(after.state, ticket.id));
  },

  stopped(state, ticket) {
    return settled(state, {
      ticket,
      fields: () => ({
        status: "cancelled",
        reason: "stopped",
      }),
    });
  },

  crashed(state, { key, error }) {
    return unchanged({ ...state, crashed: { ...state.crashed, [key]: error } });
  },
};

/** Whether a run is that of the cell as it now stands. */
function isCurrent({ cells }: OpenNotebook, ticket: RunTicket): boolean {
  return cells[ticket.id]?.version === ticket.version;
}

function settled(
  state: OpenNotebook,
  { ticket, fields }: {
    ticket: RunTicket;
    fields: () => Partial<CellState>;
  },
): ReturnType<typeof unchanged> {
  const { active } = state;
  const { id, version } = ticket;
  const ended = active?.id === id && active.version === version;
  const free = ended ? stopped({ ...state, active: null }, id) : state;
  if (!isCurrent(state, ticket)) return unchanged(free);
  return unchanged(withCell(free, id, fields()));
}

/** A cell that was asked to stop has stopped once its run is over, however that ended. */
function stopped(state: OpenNotebook, id: string): OpenNotebook {
  if (state.cells[id]?.status !== "stopping") return state;
  return withCell(state, id, { status: "cancelled", reason: "stopped" });
}

function blockReaders(state: OpenNotebook, id: string): OpenNotebook {
  let next = state;
  for (const reader of reach([id], state.examined.graph.downstream)) {
    const cell = next.cells[reader];
    if (!cell || ["error", "disabled"].includes(cell.status)) continue;
    const version = cell.version + 1;
    next = withCell(next, reader, { ...blockedBy(next, id), version });
  }
  return next;
}

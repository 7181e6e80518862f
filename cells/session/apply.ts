import { chain, type Change } from "./change.ts";
import type { OpenNotebook } from "./open_notebook.ts";
import type { Operation } from "./operation.ts";
import { editHandlers } from "./edit_operations.ts";
import { startNext } from "./engine_queue.ts";
import { reportHandlers } from "./report_operations.ts";
import { runHandlers } from "./run_operations.ts";

/** What each operation does, by its type. */
export type Handlers<Types extends Operation["type"]> = {
  readonly [Type in Types]: (
    state: OpenNotebook,
    operation: Extract<Operation, { type: Type }>,
  ) => Change;
};

const handlers: Handlers<Operation["type"]> = {
  ...editHandlers,
  ...runHandlers,
  ...reportHandlers,
};

/** Everything that a session does: the state after an operation, and what the runtime must do then. Pure. */
export function apply(state: OpenNotebook, operation: Operation): Change {
  const handler = handlers[operation.type] as (
    state: OpenNotebook,
    operation: Operation,
  ) => Change;
  return chain(state, [(state) => handler(state, operation), startNext]);
}

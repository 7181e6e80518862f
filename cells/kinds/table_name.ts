import type { Cell } from "../notebook/notebook.ts";

/** The name, not quoted, under which a cell's result stands in the engine. */
export function tableName({ name, id }: Pick<Cell, "name" | "id">): string {
  return name ?? `unnamed ${id}`;
}

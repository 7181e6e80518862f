import { allColumns } from "../kinds/mod.ts";
import type { DatasetKind } from "../kinds/kind.ts";
import { identifier } from "../sql/literal.ts";

/** Columns that say where a row came from, not what it says. */
export const ORIGIN: readonly string[] = ["import_id", "line"];

/** Quoted names of the columns by which rows are told apart. */
export function comparedColumns(kind: DatasetKind): string[] {
  return allColumns(kind).map(({ name }) => name)
    .filter((name) => !ORIGIN.includes(name)).map(identifier);
}

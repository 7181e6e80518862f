import { NotFoundError } from "@pivotbook/data";
import type { CellKind } from "./cell_kind.ts";
import { input } from "./input.ts";
import { pivot } from "./pivot.ts";
import { plot } from "./plot.ts";
import { sql } from "./sql.ts";

/** All cell kinds. */
export const cellKinds: readonly CellKind[] = [input, pivot, plot, sql];

/** The kind of that name; throws a `NotFoundError` for another. */
export function cellKindNamed(name: string): CellKind {
  const kind = cellKinds.find((candidate) => candidate.name === name);
  if (kind) return kind;
  throw new NotFoundError(`No cell kind is named "${name}"`, {
    code: "unknown-cell-kind",
    remedy: `Use one of ${cellKinds.map(({ name }) => name).join(", ")}`,
  });
}

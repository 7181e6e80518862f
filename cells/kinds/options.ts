import { InputError } from "@pivotbook/data";
import type { Cell } from "../notebook/notebook.ts";
import type { CellKind } from "./cell_kind.ts";

/** Options that cells of every kind take. */
const COMMON_OPTIONS = [
  { name: "disabled", doc: "The cell and what reads it do not run" },
  { name: "collapsed", doc: "The page shows the cell's head only" },
] as const;

/** Throws an `InputError` for an option that the kind does not have. */
export function checkOptions(
  cell: Cell,
  kind: Pick<CellKind, "name" | "options">,
): void {
  const known = [...kind.options, ...COMMON_OPTIONS].map(({ name }) => name);
  const unknown = Object.keys(cell.options)
    .find((option) => !known.includes(option));
  if (unknown === undefined) return;
  throw new InputError(`A ${kind.name} cell has no option "${unknown}"`, {
    code: "unknown-option",
    remedy: `Use ${known.join(", ")}`,
  });
}

/** The option's value without white space around it; null where it is missing or empty. */
export function optionOf(cell: Cell, name: string): string | null {
  const value = Object.hasOwn(cell.options, name) ? cell.options[name] : "";
  return value?.trim() || null;
}

/** The items of a comma list; null where the option is missing. */
export function listOption(cell: Cell, name: string): string[] | null {
  const value = optionOf(cell, name);
  if (value === null) return null;
  return value.split(",").map((item) => item.trim()).filter(Boolean);
}

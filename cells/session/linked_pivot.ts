import { type DatasetView, refang } from "@pivotbook/data";
import { cellText } from "../notebook/cell_text.ts";
import { proposeName } from "../notebook/names.ts";
import type { Notebook } from "../notebook/notebook.ts";
import { cellsOf } from "./examine.ts";

/** A value of a cell that a new pivot is about. */
export interface LinkedPivot {
  readonly from: {
    readonly cell: string;
    /** One of a pivot's tables; null for a cell that is itself a table. */
    readonly table: string | null;
    readonly column: string;
  };
  /** The value, or several, as a person would read them: defanged is better. */
  readonly value: string | readonly string[];
  /** Without it, a name is made of the value. */
  readonly name?: string;
  /** Further options, as `during`. */
  readonly options?: Readonly<Record<string, string>>;
}

/** Text of a pivot cell that records a click: the value, and the column that it stood in. `taken` are names not to propose. */
export function linkedPivot(
  { from, value, name, options = {} }: LinkedPivot,
  taken: Iterable<string> = [],
): string {
  const values = [value].flat();
  const plain = refang(values[0] ?? "");
  const path = [from.cell, from.table, from.column]
    .filter((part) => part !== null).join(".");
  return cellText({
    kind: "pivot",
    name: name ?? proposeName(plain.replace(/^\*\.|^\w+:\/\//, ""), taken),
    options: { from: path, ...options },
    body: values.join("\n"),
  });
}

/** All names that a new cell of a notebook cannot have. */
export function takenNames(
  notebook: Notebook,
  datasets: readonly Pick<DatasetView, "name">[],
): string[] {
  const cells = cellsOf(notebook).flatMap(({ name }) => name ?? []);
  return [...cells, ...datasets.map(({ name }) => name)];
}

import type { CellState, SessionState } from "@pivotbook/cells";
import { allColumns, datasetKinds, type DatasetView } from "@pivotbook/data";
import type { Completions } from "./code_editor.ts";

/** The tables and columns that SQL can name now: results of cells, and the datasets by kind. */
export function completionsOf(
  state: SessionState,
  datasets: readonly DatasetView[],
): Completions {
  const kinds = Object.fromEntries(
    datasetKinds.map((kind) => [
      kind.name,
      allColumns(kind).map(({ name }) => name),
    ]),
  );
  const sets = datasets.map(({ name }) => [name, kinds] as const);
  const cells = Object.values(state.cells).map((cell) =>
    [cell.name ?? "", proposed(cell, kinds)] as const
  );
  return Object.fromEntries([...sets, ...cells].filter(([name]) => name));
}

function proposed(
  { output }: CellState,
  kinds: Readonly<Record<string, readonly string[]>>,
): Completions[string] {
  if (output?.type === "pivot") return { ...kinds, ...extra };
  if (output?.type === "table") return output.columns.map(({ name }) => name);
  return output?.type === "input" ? inputColumns(output.input) : [];
}

/** A pivot's tables beside those of the kinds. */
const extra = {
  summary: [
    "indicators",
    "first_seen",
    "last_seen",
    "rows",
    "names",
    "addresses",
  ],
  timeline: ["kind", "day", "active", "appeared", "disappeared", "changed"],
};

function inputColumns(input: string): readonly string[] {
  return input === "daterange"
    ? ["first_day", "last_day", "start", "stop"]
    : ["value"];
}

import type { Cell, Notebook } from "@pivotbook/cells";
import { datasetKinds } from "@pivotbook/data";
import type { SelectedRow } from "../events.ts";
import { counted, formatCount } from "../format.ts";
import { cellIndicator } from "../grid/cell_indicator.ts";
import { shown } from "../indicator/indicator_text.ts";
import { cellsOf, parentOf } from "../notebook/edits.ts";

/** One step from the seed to the selected row. */
export interface TrailStep {
  readonly text: string;
  readonly how: string;
}

/** The cells that lead to the selected row, the seed first, and the row itself. */
export function trailOf(
  notebook: Notebook,
  selected: SelectedRow,
): readonly TrailStep[] {
  const { cell, kind, index, total } = selected;
  const chain = chainTo(cellsOf(notebook), cell);
  const steps = chain.map((step) => ({
    text: firstOf(step),
    how: howOf(step),
  }));
  const place = `${kind === null ? "Rows" : kindTitle(kind)} of ${
    cell ?? "this table"
  }, row ${formatCount(index + 1)} of ${formatCount(total)}`;
  return [...steps, { text: leadOf(selected), how: place }];
}

/** What the row is about: its first indicator. */
function leadOf({ row, columns }: SelectedRow): string {
  for (const column of columns) {
    const indicator = cellIndicator(row, column);
    if (indicator !== null) return shown(indicator);
  }
  return "this row";
}

function chainTo(cells: readonly Cell[], name: string | null): readonly Cell[] {
  const chain: Cell[] = [];
  let next = name;
  while (next !== null) {
    const wanted: string = next;
    const cell = cells.find((candidate) => candidate.name === wanted);
    if (cell === undefined || chain.includes(cell)) break;
    chain.unshift(cell);
    next = parentOf(cell);
  }
  return chain;
}

function firstOf({ body, name, kind }: Cell): string {
  const lines = body.split("\n").filter((line) => line.trim() !== "");
  if (kind !== "pivot" || lines.length === 0) return name ?? kind;
  return lines.length > 1
    ? counted(lines.length, "indicator")
    : String(lines[0]).trim();
}

function howOf({ kind, name, options }: Cell): string {
  if (kind !== "pivot") return `${kind} cell`;
  const from = options["from"];
  return from
    ? `${name ?? ""}, from ${from.split(".").map(kindTitle).join(" · ")}`
    : `pasted into ${name ?? "a cell"}`;
}

/** A dataset kind as its tab names it; what is none stays as it is. */
function kindTitle(name: string): string {
  return datasetKinds.find((kind) => kind.name === name)?.title ?? name;
}

import type {
  Output,
  OutputColumn,
  PivotTable,
  SessionState,
} from "@pivotbook/cells";
import { kindNamed } from "@pivotbook/data";
import { isNumber, isTime } from "../format.ts";
import { rawOf } from "../notebook/edits.ts";

/** A plot of which nothing is said yet. */
export const emptyPlot: string = rawOf({
  head: "plot",
  body: "data: \nmarks: []",
});

/** A plot after a block, of the nearest table or pivot above it; `emptyPlot` where there is none. */
export function firstPlot(
  { notebook, cells }: SessionState,
  after: string | null,
): string {
  const { blocks } = notebook;
  const place = blocks.findIndex(({ id }) => id === after) + 1;
  for (const { id } of blocks.slice(0, place).toReversed()) {
    const { name = null, output = null } = cells[id] ?? {};
    const body = name && output ? bodyOf(name, output) : null;
    if (body !== null) return rawOf({ head: "plot", body });
  }
  return emptyPlot;
}

function bodyOf(name: string, output: Output): string | null {
  if (output.type === "pivot") {
    return output.tables.some(hasTimes) ? timelineOf(name) : null;
  }
  const mark = output.type === "table" ? markOf(output.columns) : null;
  return mark === null ? null : `data: ${name}\nmarks:\n  - ${mark}`;
}

/** What a pivot knew on each day, a line for each kind. */
function timelineOf(name: string): string {
  return `data: ${name}.timeline
color: {legend: true}
y: {grid: true, label: Known on that day}
marks:
  - line: {x: day, y: active, stroke: kind, curve: step-after}`;
}

function hasTimes({ kind, empty }: PivotTable): boolean {
  return !empty && kindNamed(kind).times !== null;
}

/** Whether a cell is a plot of which nothing is said yet. */
export function isEmptyPlot(raw: string): boolean {
  return raw.trim() === emptyPlot.trim();
}

/** A mark that shows some number by time, or by the first column; null without columns. */
function markOf(columns: readonly OutputColumn[]): string | null {
  const number = columns.findLast(({ type }) => isNumber(type));
  const others = columns.filter((column) => column !== number);
  const x = others.find(({ type }) => isTime(type)) ?? others[0];
  const y = number ?? others.find((column) => column !== x);
  if (x === undefined) {
    return y === undefined ? null : `tickX: {x: ${fieldOf(y)}}`;
  }
  if (y === undefined) return `tickX: {x: ${fieldOf(x)}}`;
  const mark = isTime(x.type) || number === undefined ? "dot" : "barY";
  return `${mark}: {x: ${fieldOf(x)}, y: ${fieldOf(y)}}`;
}

/** A column's name as YAML reads it back. */
function fieldOf({ name }: OutputColumn): string {
  return /^[a-z_][a-z0-9_]*$/i.test(name) ? name : JSON.stringify(name);
}

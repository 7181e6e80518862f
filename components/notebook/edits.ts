import {
  type Block,
  type Cell,
  cellText,
  linkedPivot,
  type Notebook,
  type Operation,
  type SessionState,
} from "@pivotbook/cells";
import type { DayWindow, PivotRequest } from "../events.ts";
import { indicatorText } from "@pivotbook/data";

/** The notebook's text as a file has it. */
export function textOf({ frontmatter, blocks }: Notebook): string {
  return frontmatter + blocks.map(({ raw }) => raw).join("");
}

/** The cells of a notebook in order. */
export function cellsOf({ blocks }: Notebook): readonly Cell[] {
  return blocks.filter((block) => block.type === "cell");
}

/** First line, lines between the fences and last line of a cell's raw text. */
export interface CellParts {
  /** The info string: kind, name and options. */
  readonly head: string;
  readonly body: string;
}

/** Splits a cell's raw text into what stands behind its opening fence and its body. */
export function partsOf({ raw, body }: Cell): CellParts {
  const [first = ""] = raw.split(/\r?\n/, 1);
  return { head: first.replace(/^ {0,3}(`{3,}|~{3,})/, ""), body };
}

/** Writes a cell from its parts, with a fence that is longer than any in the body. */
export function rawOf({ head, body }: CellParts): string {
  const runs = [...body.matchAll(/`{3,}/g)].map(([run]) => run.length);
  const fence = "`".repeat(Math.max(3, ...runs.map((length) => length + 1)));
  const lines = body === "" ? "" : `${body.replace(/\n$/, "")}\n`;
  return `${fence}${head.trim()}\n${lines}${fence}\n`;
}

/** The cell's raw text with another body. */
export function withBody(cell: Cell, body: string): string {
  return rawOf({ ...partsOf(cell), body });
}

/** The cell's raw text with an option added. */
export function withOption(cell: Cell, option: string): string {
  const { head, body } = partsOf(cell);
  return rawOf({ head: `${head.trim()} ${option}`, body });
}

/** The raw text of an input with other choices; what is chosen stays where it can. */
export function withChoices(
  { kind, name, options, body }: Cell,
  choices: readonly string[],
): string {
  const [first = ""] = choices;
  const chosen = body.trim();
  return cellText({
    kind,
    name,
    options: { ...options, choices: choices.join(",") },
    body: choices.includes(chosen) ? chosen : first,
  });
}

/** The body of the pivot that a click asks for. */
export function pivotBody(
  { indicator, others = [] }: Pick<PivotRequest, "indicator" | "others">,
): string {
  return [indicator, ...others].map(indicatorText).join("\n");
}

/** The pivot cell that follows an indicator, linked to the column in which it stood. */
export function pivotRaw(
  { cell, kind, column, kinds, ...asked }: PivotRequest,
  { name, during }: { name: string; during: string | null },
): string {
  const options = {
    ...kinds ? { kinds: kinds.join(",") } : {},
    ...during === null ? {} : { during },
  };
  const value = pivotBody(asked);
  if (cell === null || column === null) {
    const from = cell === null ? {} : { from: cell };
    return cellText({
      kind: "pivot",
      name,
      options: { ...from, ...options },
      body: value,
    });
  }
  const from = { cell, table: kind, column };
  return linkedPivot({ from, value, name, options });
}

/** The name of the cell that a pivot is linked to; null where it is not. */
export function parentOf({ options }: Cell): string | null {
  return options["from"]?.split(".")[0] ?? null;
}

/** The block after which a new pivot from a cell goes: the last one that descends from it, else itself. */
export function placeAfter(
  notebook: Notebook,
  from: string | null,
): Block | null {
  const cells = cellsOf(notebook);
  const family = new Set([from]);
  let last = cells.find(({ name }) => name === from) ?? null;
  if (last === null) return notebook.blocks.at(-1) ?? null;
  for (const cell of cells) {
    const parent = parentOf(cell);
    if (parent === null || !family.has(parent)) continue;
    family.add(cell.name);
    last = cell;
  }
  return last;
}

/** The name of the input that the heat map writes. */
export const PERIOD = "period";

/** Operations that make a brushed window the notebook's: the `period` input, and `during=period` on the pivots without a window. */
export function windowOperations(
  { notebook }: SessionState,
  window: DayWindow,
): readonly Operation[] {
  const cells = cellsOf(notebook);
  const body = window === null ? ".." : `${window.first}..${window.last}`;
  const input = cells.find(({ kind, name }) =>
    kind === "input" && name === PERIOD
  );
  const bare = window === null
    ? []
    : cells.filter(({ kind, options }) =>
      kind === "pivot" && options["during"] === undefined
    );
  return [
    ...(input
      ? input.body.trim() === body ? [] : [edit(input, withBody(input, body))]
      : window === null
      ? []
      : [insertPeriod(notebook, body)]),
    ...bare.map((cell) => edit(cell, withOption(cell, `during=${PERIOD}`))),
  ];
}

function edit({ id }: Cell, raw: string): Operation {
  return { type: "edit", id, raw };
}

/** Puts the input before the first pivot. */
function insertPeriod({ blocks }: Notebook, body: string): Operation {
  const first = blocks.findIndex((block) =>
    block.type === "cell" && block.kind === "pivot"
  );
  const raw = rawOf({ head: `input ${PERIOD} type=daterange`, body });
  const after = blocks[first - 1]?.id ?? null;
  return { type: "insert", after, raw: `${raw}\n` };
}

import type {
  Block,
  Cell,
  Notebook,
  Operation,
  SessionState,
} from "@pivotbook/cells";
import type { DayWindow, PivotRequest } from "./events.ts";
import { shown } from "./indicator_text.ts";

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

/** Proposes an unused name from a text: `sap.misapor.ch` gives `sap_misapor_ch`. */
export function proposeName(text: string, taken: ReadonlySet<string>): string {
  const words = text.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
  const trimmed = words.replace(/^_+|_+$/g, "").slice(0, 40);
  const name = /^[a-z]/.test(trimmed) ? trimmed : `at_${trimmed}`;
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name}_${number}`)) number++;
  return `${name}_${number}`;
}

/** Names that cells and datasets of a notebook have. */
export function takenNames(
  notebook: Notebook,
  datasets: readonly string[] = [],
): ReadonlySet<string> {
  const names = cellsOf(notebook).map(({ name }) => name ?? "");
  return new Set([...names, ...datasets]);
}

/** The pivot cell that follows an indicator, linked to the column in which it stood. */
export function pivotRaw(
  request: PivotRequest,
  { name, during }: { name: string; during: string | null },
): string {
  const { cell, kind, column, indicator } = request;
  const path = [cell, kind, column].filter((part) => part !== null);
  const from = cell === null ? [] : [`from=${path.join(".")}`];
  const window = during === null ? [] : [`during=${during}`];
  const head = ["pivot", name, ...from, ...window].join(" ");
  return rawOf({ head, body: shown(indicator) });
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

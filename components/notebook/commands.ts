import {
  type Cell,
  type Notebook,
  proposeName,
  type SessionState,
  takenNames,
} from "@pivotbook/cells";
import {
  type DatasetView,
  type Indicator,
  indicatorText,
} from "@pivotbook/data";
import { insertedText, isFilled } from "./block_edits.ts";
import type { PivotRequest } from "../events.ts";
import { hasBlank } from "../prose/blank.ts";
import {
  cellsOf,
  parentOf,
  PERIOD,
  pivotBody,
  pivotRaw,
  placeAfter,
  rawOf,
} from "./edits.ts";

/** A notebook's new text, and the name of the cell that it adds. */
export interface Addition {
  readonly text: string;
  readonly name: string;
}

/** The open notebook as commands see it. */
export interface Surroundings {
  readonly notebook: Notebook;
  readonly datasets: readonly DatasetView[];
}

/** What a command works on; null without an open notebook. */
export function surroundings(
  state: SessionState | null,
  datasets: readonly DatasetView[],
): Surroundings | null {
  return state === null ? null : { notebook: state.notebook, datasets };
}

/** The pivot that a click asks for, if the notebook has it already. */
export function pivotThere(
  { notebook }: Surroundings,
  { cell, kinds, ...asked }: PivotRequest,
): Cell | null {
  const body = pivotBody(asked);
  return cellsOf(notebook).find((one) =>
    one.kind === "pivot" && one.body.trim() === body &&
    parentOf(one) === cell && one.options["kinds"] === kinds?.join(",")
  ) ?? null;
}

/** Adds the pivot that a click asks for, linked to where its indicator stood and narrowed as its parent is. */
export function addPivot(
  place: Surroundings,
  request: PivotRequest,
): Addition {
  const { notebook } = place;
  const cells = cellsOf(notebook);
  const parent = cells.find(({ name }) => name === request.cell);
  const period = cells.some(({ name }) => name === PERIOD) ? PERIOD : null;
  const during = parent?.options["during"] ?? period;
  const name = freeName(place, request.indicator.value);
  const raw = pivotRaw(request, { name, during });
  const after = placeAfter(notebook, request.cell)?.id ?? null;
  return { name, text: insertedText(notebook, { after, raw }) };
}

/** Adds a pivot for what was typed into the search bar, at the end. */
export function addInvestigation(
  place: Surroundings,
  indicators: readonly Indicator[],
): Addition {
  const { notebook } = place;
  const name = freeName(place, indicators[0]?.value ?? "pivot");
  const body = indicators.map(indicatorText).join("\n");
  const raw = rawOf({ head: `pivot ${name}`, body });
  const after = notebook.blocks.at(-1)?.id ?? null;
  return { name, text: insertedText(notebook, { after, raw }) };
}

/** Adds a cell of a query, at the end. */
export function addRows(place: Surroundings, sql: string): Addition {
  const { notebook } = place;
  const name = numbered(place, "rows");
  const raw = rawOf({ head: `sql ${name}`, body: sql });
  const after = notebook.blocks.at(-1)?.id ?? null;
  return { name, text: insertedText(notebook, { after, raw }) };
}

/** Adds a copy of a cell below it, under a free name. */
export function addCopy(place: Surroundings, cell: Cell): Addition {
  const name = freeName(place, cell.name ?? cell.kind);
  const raw = cell.name === null
    ? cell.raw
    : cell.raw.replace(` ${cell.name}`, ` ${name}`);
  const text = insertedText(place.notebook, { after: cell.id, raw });
  return { name: cell.name === null ? cell.id : name, text };
}

/** Adds a block from a template, in which `NAME` stands for a free name. */
export function addTemplate(
  place: Surroundings,
  { after, template }: { after: string | null; template: string },
): Addition {
  const kind = /^`+(\w+)/.exec(template)?.[1] ?? "text";
  const name = numbered(place, kind);
  const raw = template.replace("NAME", name);
  return { name, text: insertedText(place.notebook, { after, raw }) };
}

/** The id of the block that an addition has brought. */
export function addedId(
  before: Notebook,
  after: Notebook,
  { name }: Addition,
): string | null {
  const known = new Set(before.blocks.map(({ id }) => id));
  const named = cellsOf(after).find((cell) => cell.name === name);
  const fresh = after.blocks.find((block) =>
    !known.has(block.id) && isFilled(block)
  );
  const begun = after.blocks.find(({ type, raw }) =>
    type === "prose" && hasBlank(raw)
  );
  return named?.id ?? fresh?.id ?? begun?.id ?? null;
}

/** The first of `sql_1`, `sql_2` that is free. */
function numbered(place: Surroundings, kind: string): string {
  for (let number = 1;; number++) {
    const name = `${kind}_${number}`;
    if (freeName(place, name) === name) return name;
  }
}

function freeName({ notebook, datasets }: Surroundings, text: string): string {
  return proposeName(
    text.replace(/^(\*\.|\w+:\/\/)/, ""),
    takenNames(notebook, datasets),
  );
}

import type { Row } from "@pivotbook/data";
import { formatValue, isTime } from "../format.ts";
import { freshPlace, isFresh } from "./fresh.ts";
import type { GridColumn, GridSource } from "./source.ts";

/** Pixels of one character of the monospaced face, and of what surrounds a cell's text. */
const CHARACTER = 7.7;
/** Pixels of one character of plain text, on the average. */
const NARROW_CHARACTER = 7.4;
/** Pixels of one digit of a moment. */
const TIME_CHARACTER = 8.7;
/** Pixels of one character of a heading, and of the mark of its order. */
const HEADING_CHARACTER = 6.8;
const MARK = 14;
const PADDING = 26;
const NARROWEST = 56;
const WIDEST = 272;
/** Room for the number of rows behind an indicator. */
const BADGE = 44;
/** Room for the words that tell a new row. */
const FRESH = 100;
/** What a reader may choose. */
const LIMITS = { least: 40, most: 1200 };

/** Width of each column in pixels, from the heading and the first rows; computed once so that nothing moves while scrolling. */
export function columnWidths(
  columns: readonly GridColumn[],
  rows: readonly Row[],
  { seed, fresh }: Pick<GridSource, "seed" | "fresh"> = NOTHING_NEW,
): readonly number[] {
  const marked = new Map(
    rows.filter((row) => isFresh(row, fresh))
      .map((row) => [row, freshPlace(row, { columns, seed })]),
  );
  return columns.map((column, place) =>
    columnWidth(column, {
      rows,
      isMarked: (row) => marked.get(row) === place,
    })
  );
}

const NOTHING_NEW = { seed: null, fresh: null };

function columnWidth(
  column: GridColumn,
  { rows, isMarked }: {
    rows: readonly Row[];
    isMarked: (row: Row) => boolean;
  },
): number {
  const badge = PADDING + (column.indicator === null ? 0 : BADGE);
  const character = characterOf(column);
  const contents = rows.map((row) =>
    Math.min(WIDEST, textLength(row, column) * character + badge) +
    (isMarked(row) ? FRESH : 0)
  );
  const heading = column.title.length * HEADING_CHARACTER + PADDING + MARK;
  return Math.round(Math.max(NARROWEST, heading, ...contents));
}

function characterOf({ indicator, type }: GridColumn): number {
  if (isTime(type)) return TIME_CHARACTER;
  const plain = indicator === null && type === "VARCHAR";
  return plain ? NARROW_CHARACTER : CHARACTER;
}

function textLength(row: Row, { name, type, indicator }: GridColumn): number {
  if (name === "import_id") return 8;
  const text = formatValue(row[name] ?? null, type);
  const brackets = indicator === null ? 0 : (text.split(".").length - 1) * 2;
  return text.length + brackets;
}

/** Width of each column in pixels, and those among them that a reader chose, by name. */
export interface ColumnSizes {
  readonly widths: readonly number[];
  readonly chosen: ReadonlyMap<string, number>;
}

/** A width that a reader asks for, within what can be used. */
export function allowedWidth(width: number): number {
  return Math.round(Math.min(LIMITS.most, Math.max(LIMITS.least, width)));
}

/** The columns' sizes for CSS: those that a reader chose are fixed, the others share what is left. */
export function columnTemplate(
  columns: readonly GridColumn[],
  { widths, chosen }: ColumnSizes,
): string {
  return columns.map(({ name }, index) => {
    const width = widths[index] ?? NARROWEST;
    return chosen.has(name) ? `${width}px` : `minmax(${width}px, ${width}fr)`;
  }).join(" ");
}

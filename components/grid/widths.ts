import type { Row } from "@pivotbook/data";
import { formatValue } from "../format.ts";
import type { GridColumn } from "./source.ts";

/** Pixels of one character of the monospaced face, and of what surrounds a cell's text. */
const CHARACTER = 7.7;
/** Pixels of one character of plain text, on the average. */
const NARROW_CHARACTER = 7.4;
const PADDING = 28;
const NARROWEST = 64;
const WIDEST = 300;
/** Room for the number of rows behind an indicator. */
const BADGE = 52;

/** Width of each column in pixels, from the heading and the first rows; computed once so that nothing moves while scrolling. */
export function columnWidths(
  columns: readonly GridColumn[],
  rows: readonly Row[],
): readonly number[] {
  return columns.map((column) => columnWidth(column, rows));
}

function columnWidth(column: GridColumn, rows: readonly Row[]): number {
  const lengths = rows.map((row) => textLength(row, column));
  const longest = Math.max(column.title.length + 2, ...lengths);
  const badge = column.indicator === null ? 0 : BADGE;
  const plain = column.indicator === null && column.type === "VARCHAR";
  const character = plain ? NARROW_CHARACTER : CHARACTER;
  const width = longest * character + PADDING + badge;
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
}

function textLength(row: Row, { name, type, indicator }: GridColumn): number {
  const text = formatValue(row[name] ?? null, type);
  const brackets = indicator === null ? 0 : text.split(".").length * 2;
  return text.length + brackets;
}

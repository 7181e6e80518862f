import { rowsOf, type Table } from "@pivotbook/data";
import { plainValue } from "../format.ts";
import { cellText } from "./cell_indicator.ts";
import type { GridColumn } from "./source.ts";

/** Most rows that are copied at once. */
export const CLIP_ROWS = 10_000;

/** Writes a table for the clipboard: columns apart by tabs, indicators defanged. */
export function clipText(
  table: Table,
  columns: readonly GridColumn[],
): string {
  const lines = rowsOf(table).map((row) =>
    columns.map((column) => oneLine(cellText(row, column, plainValue)))
      .join("\t")
  );
  return [columns.map(({ title }) => title).join("\t"), ...lines].join("\n");
}

function oneLine(text: string): string {
  return text.replaceAll(/[\t\r\n]+/g, " ");
}

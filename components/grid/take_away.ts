import type { Engine, Table } from "@pivotbook/data";
import { copyText, saveFile } from "../clipboard.ts";
import { plainValue } from "../format.ts";
import { cellText } from "./cell_indicator.ts";
import { CLIP_ROWS, clipText } from "./clip.ts";
import { csvText } from "./csv.ts";
import type { GridCell } from "./grid_cell.ts";
import type { OpenedView } from "./opened_rows.ts";
import type { GridColumn } from "./source.ts";
import { orderSql, whereSql } from "./view.ts";

/** Copies the rows of a view, defanged; gives how many. */
export async function copyRows(
  engine: Engine,
  view: OpenedView & { readonly columns: readonly GridColumn[] },
): Promise<number> {
  const table = await readWhole(engine, { ...view, limit: CLIP_ROWS });
  await copyText(clipText(table, view.columns));
  return table.rows;
}

/** Saves the rows of a view as a CSV file. */
export async function saveRows(
  engine: Engine,
  { name, ...view }: OpenedView & { readonly name: string },
): Promise<void> {
  const table = await readWhole(engine, view);
  const text = csvText(table, view.source.columns);
  saveFile(text, { name: `${name || "table"}.csv`, type: "text/csv" });
}

/** Copies a cell, an indicator in its live form only where that is wanted. */
export async function copyCell(
  { row, column, live }: GridCell & { readonly live: boolean },
): Promise<void> {
  await copyText(
    live
      ? plainValue(row[column.name] ?? null, column.type)
      : cellText(row, column, plainValue),
  );
}

async function readWhole(
  engine: Engine,
  { source, view, limit }: OpenedView & { readonly limit?: number },
): Promise<Table> {
  const most = limit === undefined ? "" : ` LIMIT ${limit}`;
  const clauses = `${whereSql(source, view)}${orderSql(source, view)}${most}`;
  return await engine.query(`SELECT * FROM ${source.table}${clauses}`);
}

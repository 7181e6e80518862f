import { identifier, literal } from "@pivotbook/data";
import type { GridColumn, GridSource } from "./source.ts";

/** How a reader looks at a table: order, filter and chosen values. Kept when the cell runs again. */
export interface GridView {
  readonly sort: GridSort | null;
  /** Text that some column must contain. */
  readonly filter: string;
  /** Chosen values by column; a column without an entry is not narrowed. */
  readonly chosen: Readonly<Record<string, readonly string[]>>;
}

/** A column and a direction. */
export interface GridSort {
  readonly column: string;
  readonly descending: boolean;
}

/** Rows as the table has them. */
export const plainView: GridView = { sort: null, filter: "", chosen: {} };

/** Whether a view leaves rows out. */
export function isNarrowed({ filter, chosen }: GridView): boolean {
  return filter.trim() !== "" || Object.keys(chosen).length > 0;
}

/** Conditions of a view as an SQL clause, empty if there are none. */
export function whereSql(source: GridSource, view: GridView): string {
  const conditions = [
    ...filterSql(filtered(source), view.filter),
    ...Object.entries(view.chosen).map(chosenSql),
  ];
  return conditions.length === 0 ? "" : ` WHERE ${conditions.join(" AND ")}`;
}

/** The view's order as an SQL clause, by position in the table for ties; empty for the table's own order. */
export function orderSql(view: GridView): string {
  if (view.sort === null) return "";
  const { column, descending } = view.sort;
  const direction = descending ? "DESC" : "ASC";
  return ` ORDER BY ${identifier(column)} ${direction} NULLS LAST`;
}

/** SQL for `limit` rows of a view from row `offset` on. */
export function pageSql(
  source: GridSource,
  view: GridView,
  page: { offset: number; limit: number },
): string {
  return `SELECT * FROM ${source.table}${whereSql(source, view)}${
    orderSql(view)
  } LIMIT ${page.limit} OFFSET ${page.offset}`;
}

/** SQL that counts the rows of a view. */
export function countSql(source: GridSource, view: GridView): string {
  return `SELECT count(*)::INTEGER AS n FROM ${source.table}${
    whereSql(source, view)
  }`;
}

/** The sort that a click on a heading leads to: text from A and numbers from the highest, then the other way, then as it was. */
export function nextSort(
  sort: GridSort | null,
  { name, type }: { name: string; type: string },
): GridSort | null {
  const first = type !== "VARCHAR";
  if (sort?.column !== name) return { column: name, descending: first };
  return sort.descending === first
    ? { column: name, descending: !first }
    : null;
}

/** From so many rows on, a filter looks at text only: writing out numbers and times takes seconds. */
const LARGE = 50_000;

function filtered({ columns, rows }: GridSource): readonly GridColumn[] {
  const text = columns.filter(({ type }) => type.startsWith("VARCHAR"));
  return rows < LARGE || text.length === 0 ? columns : text;
}

function filterSql(
  columns: readonly GridColumn[],
  filter: string,
): readonly string[] {
  const text = refang(filter.trim());
  if (text === "") return [];
  const pattern = literal(`%${text.replaceAll(/[\\%_]/g, "\\$&")}%`);
  const tests = columns.map(({ name }) =>
    `${identifier(name)}::VARCHAR ILIKE ${pattern} ESCAPE '\\'`
  );
  return [`(${tests.join(" OR ")})`];
}

/** A filter may be typed as the grid shows values. */
function refang(text: string): string {
  return text.replaceAll("[.]", ".").replaceAll("[:]", ":").replaceAll(
    "[@]",
    "@",
  ).replaceAll(/\[(https?)\]/gi, "$1");
}

function chosenSql([column, values]: [string, readonly string[]]): string {
  const list = values.map(literal).join(", ");
  return `${identifier(column)}::VARCHAR IN (${list})`;
}

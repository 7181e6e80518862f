import { identifier, literal, refang } from "@pivotbook/data";
import { isNumber, isTime } from "../format.ts";
import type { GridColumn, GridSource } from "./source.ts";

/** How a reader looks at a table: order, filter and chosen values. Kept when the cell runs again. */
export interface GridView {
  readonly sort: GridSort | null;
  /** Text that some column must contain, written as it is stored or as it is shown. */
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

/** Conditions of a source and a view as an SQL clause, empty if there are none. */
export function whereSql(source: GridSource, view: GridView): string {
  const conditions = [
    ...source.inside === null ? [] : [`(${source.inside})`],
    ...filterSql(source.columns, view.filter),
    ...Object.entries(view.chosen).map(chosenSql),
  ];
  return conditions.length === 0 ? "" : ` WHERE ${conditions.join(" AND ")}`;
}

/**
 * The view's order as an SQL clause, the same for every query: where the sort
 * leaves a tie, the place in the table decides. A table whose own column is
 * called `rowid` hides that place; its rows are told apart by all their
 * columns, and which of two equal rows comes first cannot be seen.
 */
export function orderSql(source: GridSource, { sort }: GridView): string {
  const order = [
    ...sort === null ? [] : [sortSql(sort)],
    ...hasPlaces(source)
      ? ["rowid"]
      : sort === null
      ? []
      : source.columns.map(({ name }) => identifier(name)),
  ];
  return order.length === 0 ? "" : ` ORDER BY ${order.join(", ")}`;
}

function sortSql({ column, descending }: GridSort): string {
  return `${identifier(column)} ${descending ? "DESC" : "ASC"} NULLS LAST`;
}

/** Whether `rowid` is the place of a row in the table, and no column of a reader's. */
export function hasPlaces({ columns }: GridSource): boolean {
  return !columns.some(({ name }) => name.toLowerCase() === "rowid");
}

/** SQL for `limit` rows of a view from row `offset` on. */
export function pageSql(
  source: GridSource,
  view: GridView,
  page: { offset: number; limit: number },
): string {
  return `SELECT * FROM ${source.table}${whereSql(source, view)}${
    orderSql(source, view)
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

function filterSql(
  columns: readonly GridColumn[],
  filter: string,
): readonly string[] {
  const typed = filter.trim();
  if (typed === "") return [];
  const tests = columns.flatMap((column) => columnTests(column, typed));
  return [tests.length === 0 ? "false" : `(${tests.join(" OR ")})`];
}

/** Writing out numbers and times is slow, so columns that cannot contain the text are not asked. */
function columnTests({ name, type }: GridColumn, typed: string): string[] {
  const text = textSql(identifier(name), type);
  return [...spellings(type, typed)].map((spelling) => {
    const pattern = literal(`%${spelling.replaceAll(/[\\%_]/g, "\\$&")}%`);
    return `${text} ILIKE ${pattern} ESCAPE '\\'`;
  });
}

/** A column's values as the grid writes them. */
function textSql(column: string, type: string): string {
  return type === "VARCHAR[]"
    ? `array_to_string(${column}, ', ')`
    : `${column}::VARCHAR`;
}

/** What a value of the type may contain when a reader typed what the grid shows. */
function spellings(type: string, typed: string): ReadonlySet<string> {
  if (isNumber(type)) {
    // Only the grid writes commas between groups of digits.
    const digits = typed.replaceAll(",", "");
    return new Set(NUMERIC.test(digits) ? [digits] : []);
  }
  if (isTime(type)) return new Set(TEMPORAL.test(typed) ? [typed] : []);
  return new Set([typed, refang(typed)].filter((text) => text !== ""));
}

const NUMERIC = /^[-+.\de]+$|^[-infaty]+$/i;
const TEMPORAL = /^[-+:.\d ()bc]+$|^[-infty]+$/i;

function chosenSql([column, values]: [string, readonly string[]]): string {
  const list = values.map(literal).join(", ");
  return `${identifier(column)}::VARCHAR IN (${list})`;
}

import {
  allColumns,
  type ColumnType,
  type IndicatorType,
  kindNamed,
  type TypedBy,
} from "@pivotbook/data";
import type { OutputColumn } from "@pivotbook/cells";
import type { FreshSpan } from "./fresh.ts";
import { inReadingOrder } from "./column_order.ts";

/** A column as the grid draws it. */
export interface GridColumn {
  readonly name: string;
  readonly title: string;
  /** DuckDB's name of the type. */
  readonly type: string;
  readonly doc: string;
  /** What its values are as indicators; null where they are none. */
  readonly indicator: IndicatorType | "mixed" | null;
  /** Where another column of the row tells what its value is. */
  readonly typedBy?: TypedBy;
  /** What values mean that do not say it themselves. */
  readonly meanings?: Readonly<Record<string, string>>;
}

/** What a grid shows: a table of the engine. A new object means new rows; `key` says that it is the same table again. */
export interface GridSource {
  readonly key: string;
  /** Quoted name of a table, not of a view: its row ids are the places of its rows. */
  readonly table: string;
  /** SQL condition over the table that holds for the rows to be shown; null where all are. */
  readonly inside: string | null;
  /** How many rows are shown before a reader narrows them. */
  readonly rows: number;
  readonly columns: readonly GridColumn[];
  /** Name of the dataset kind; null for a table of a reader's own. */
  readonly kind: string | null;
  /** The value that was looked up, where it is one. */
  readonly seed: string | null;
  /** When rows are new; null where nothing says so. */
  readonly fresh: FreshSpan | null;
}

/** Columns of a dataset kind's table in a pivot, in the order in which they are read. */
export function kindGridColumns(kind: string): readonly GridColumn[] {
  const found = kindNamed(kind);
  const columns = allColumns(found).map((column) => ({
    name: column.name,
    title: column.title,
    type: column.type as ColumnType as string,
    doc: column.doc,
    indicator: column.indicator ?? null,
    ...column.typedBy ? { typedBy: column.typedBy } : {},
    ...column.meanings ? { meanings: column.meanings } : {},
  }));
  const own = found.columns.map(({ name }) => name);
  return inReadingOrder([...columns, DATASET], { kind, own });
}

/** Columns of any other table; text in them may be indicators. */
export function tableGridColumns(
  columns: readonly OutputColumn[],
): readonly GridColumn[] {
  return columns.map(({ name, type }) => ({
    name,
    title: name,
    type,
    doc: `${name} ${type}`,
    indicator: type === "VARCHAR" || type === "VARCHAR[]" ? "mixed" : null,
  }));
}

const DATASET: GridColumn = {
  name: "dataset",
  title: "Dataset",
  type: "VARCHAR",
  doc: "The dataset that holds the row",
  indicator: null,
};

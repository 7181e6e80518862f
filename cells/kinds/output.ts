import type { Indicator } from "@pivotbook/data";

/** What a cell gives: data, never markup. `components/outputs/` has a renderer for each type. */
export type Output = TableOutput | PivotOutput | InputOutput | PlotOutput;

/** A table in the engine. */
export interface TableOutput {
  readonly type: "table";
  /** Quoted name to select from. */
  readonly table: string;
  readonly rows: number;
  readonly columns: readonly OutputColumn[];
}

export interface OutputColumn {
  readonly name: string;
  /** DuckDB's name of the type. */
  readonly type: string;
}

/** A pivot: a schema in the engine with a table per dataset kind, `summary` and `timeline`. */
export interface PivotOutput {
  readonly type: "pivot";
  readonly schema: string;
  /** Quoted name of the timeline without the time window, which the heat map draws. */
  readonly timeline: string;
  readonly seeds: readonly Indicator[];
  /** Names of the datasets in which was looked. */
  readonly datasets: readonly string[];
  /** Ids of their snapshots, in the same order. */
  readonly snapshots: readonly string[];
  /** Where was looked in them, by kind. */
  readonly searched: readonly SearchedKind[];
  /** A table for each kind that was looked up. */
  readonly tables: readonly PivotTable[];
  /** The window that narrowed it, as UTC microseconds in decimal digits; null where open. */
  readonly window: {
    readonly start: string | null;
    readonly stop: string | null;
  } | null;
  /** The SQL of the lookups, for a reader. */
  readonly sql: string;
  /** What reading cost over the network. */
  readonly bytes: number;
  readonly requests: number;
  readonly segments: number;
  /** How many of them were read without their side index, which does not fit. */
  readonly unindexed: number;
}

/** Where a pivot looked for rows of a kind. */
export interface SearchedKind {
  /** Name of the dataset kind. */
  readonly kind: string;
  /** Titles of the columns; none where it knows no such indicator, or was not asked. */
  readonly columns: readonly string[];
  /** Names of datasets that are too large to be searched for words: of these only whole values were looked up. */
  readonly unsearched: readonly string[];
}

/** One dataset kind in a pivot's schema. */
export interface PivotTable {
  /** Name of the dataset kind. */
  readonly kind: string;
  /** Quoted name to select from. */
  readonly table: string;
  readonly rows: number;
  /** Whether no row was found at any time, in the window or not. */
  readonly empty: boolean;
  /** Quoted name of the table of all rows, those outside of the time window too; `table` is a view of it. */
  readonly unfiltered: string;
  /** SQL condition over `unfiltered` that holds for the rows of `table`; null where it holds for all. */
  readonly inside: string | null;
}

/** An input: a table, and the text that a control edits. */
export interface InputOutput {
  readonly type: "input";
  /** daterange, indicators, text, number or choice. */
  readonly input: string;
  readonly table: string;
  readonly rows: number;
  readonly text: string;
  /** For `choice`. */
  readonly choices: readonly string[];
}

/** A declarative Observable Plot specification and the tables that its marks read. */
export interface PlotOutput {
  readonly type: "plot";
  readonly spec: PlotSpec;
  /** By the name that the specification uses: the quoted name to select from. */
  readonly tables: Readonly<Record<string, string>>;
}

/** Options of the plot as written, and its marks in order. */
export interface PlotSpec {
  readonly options: Readonly<Record<string, unknown>>;
  readonly marks: readonly PlotMark[];
}

/** One mark: its name in Observable Plot, the table it draws and its options. */
export interface PlotMark {
  readonly mark: string;
  readonly data: string;
  readonly options: Readonly<Record<string, unknown>>;
}

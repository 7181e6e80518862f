import type { IndicatorType } from "../indicators/indicator.ts";

/** Types that a column of a dataset kind may have, as DuckDB names them. */
export type ColumnType =
  | "VARCHAR"
  | "BIGINT"
  | "INTEGER"
  | "TIMESTAMP"
  | "VARCHAR[]";

/** One column of a dataset kind. */
export interface KindColumn {
  readonly name: string;
  /** Heading in grids. */
  readonly title: string;
  readonly type: ColumnType;
  /** What a value says, with its unit. */
  readonly doc: string;
  /** A row without it is rejected. */
  readonly required?: boolean;
  /** Of a time: whether it may lie outside 1980 to 2100, when nothing was observed; validity and listing may. */
  readonly unbounded?: boolean;
  /** The only values that it may have. */
  readonly values?: readonly string[];
  /** What its values mean, where they do not say it themselves. */
  readonly meanings?: Readonly<Record<string, string>>;
  /** The types of further indicators that values of this column are; `mixed` means that `parseIndicator` tells. */
  readonly indicator?: IndicatorType | "mixed";
  /** Of a `mixed` column the types that its values may be; a row with another is rejected. */
  readonly holds?: readonly IndicatorType[];
  /** What the values are where another column of the row tells; it goes before `indicator`. */
  readonly typedBy?: TypedBy;
  /** SQL of the normal form, where the type alone does not say it; `given` makes SQL of a column's text as it was given. */
  readonly normal?: (given: (column: string) => string) => string;
}

/** Types of indicators by the value of a column. */
export interface TypedBy {
  readonly column: string;
  readonly types: Readonly<Record<string, IndicatorType>>;
  /** Types that the others may be, if their text says so. */
  readonly others: readonly IndicatorType[];
}

/**
 * How the values of a sort order become numeric keys, since the zone maps of
 * the storage keep eight bytes of a text only; see `data/segments/README`.
 */
export type KeyFamily = "name" | "text" | "ip4" | "ip6" | "range4" | "range6";

/** One way in which the rows of a kind are sorted, so that a lookup is a range. */
export interface SortOrder {
  /** Unique within the kind; the part's table is named `<kind>_<order>`. */
  readonly name: string;
  readonly family: KeyFamily;
  /**
   * SQL over the kind's columns that gives a `VARCHAR`, or a list of them for
   * a row that is found by several values. Rows for which it is null are left
   * out of this order. For ranges: an address, a CIDR or `first-last`.
   */
  readonly value: string;
  /** Columns that `value` reads, as a reader is told where was looked. */
  readonly columns: readonly string[];
  /** The indicator types that this order looks up. */
  readonly accepts: readonly IndicatorType[];
  /** Whether a host is also looked up by its registrable domain, as registration records are kept. */
  readonly registrable?: boolean;
}

/** Which columns say when a row held, and what of it is counted as one value. */
export interface KindTimes {
  /** `span`: first to last. `point`: one moment. `state`: an observation that holds until the next one. */
  readonly shape: "span" | "point" | "state";
  readonly first: string;
  readonly last: string;
  /** Whether they say when the indicator itself was seen; registrations, publications and listings do not. */
  readonly sighting: boolean;
  /** SQL that names the thing that appears and disappears: a change is its first or last day, or, of a `state`, a value that differs from the one before. */
  readonly value: string;
}

/** Where the rows of a kind lead from an indicator, named by what is found there. */
export interface KindStep {
  /** As a reader says it: "Names on this address". */
  readonly title: string;
  /** Types of the indicators from which it leads. */
  readonly from: readonly IndicatorType[];
  /** SQL that holds for the rows that count, of those that a lookup of the indicator finds; `asked` is its value. Null for all. */
  readonly where: string | null;
  /** SQL of what is found: distinct values are counted. */
  readonly finds: string;
  /** For what the indicator shares with others: SQL of the value that they share, and of its indicator type. Then those are counted that are found by the value, without those that were found by the indicator. */
  readonly through?: { readonly value: string; readonly type: string };
  /** Kinds to look at, where it is not this one alone. */
  readonly kinds?: readonly string[];
}

/** A dataset kind: one table, what its rows say and how they are found. */
export interface DatasetKind {
  /** Name of its tables in SQL. */
  readonly name: string;
  /** Name of its tab. */
  readonly title: string;
  readonly doc: string;
  /** The kind's own columns; `commonColumns` follow them in every table. */
  readonly columns: readonly KindColumn[];
  readonly orders: readonly SortOrder[];
  /** Columns of free text, in any part of which a keyword is found. */
  readonly words: readonly string[];
  /** Columns that make two rows the same thing seen twice; `replay` compares by them. */
  readonly naturalKey: readonly string[];
  /** The kind, and a column of it, that names rows of this one: what finds those rows finds these, too. */
  readonly reachedBy?: { readonly kind: string; readonly column: string };
  /** Columns of which a file must carry one, where no single one is required. */
  readonly knownBy?: readonly string[];
  readonly times: KindTimes | null;
  /** SQL over the columns that holds for rows which cannot be, and why: such rows are rejected. */
  readonly checks?: readonly {
    readonly when: string;
    readonly reason: string;
  }[];
  /** Where its rows lead, in the order in which they are offered. */
  readonly steps?: readonly KindStep[];
  /** Column and direction in which grids show rows first. */
  readonly sort: { readonly column: string; readonly descending: boolean };
}

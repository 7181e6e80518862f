import { datasetKinds, type Indicator, InputError } from "@pivotbook/data";
import { readIndicators } from "../indicators/read_indicators.ts";
import { listOption, optionOf } from "../kinds/options.ts";
import type { Cell } from "../notebook/notebook.ts";

/** What a pivot cell says, in normal form. */
export interface PivotSpec {
  /** Indicators of the body. */
  readonly listed: readonly Indicator[];
  /** The column that they come from, or whose values they are where none is listed. */
  readonly from: ColumnPath | null;
  /** Name of a date range input. */
  readonly during: string | null;
  readonly mode: "overlap" | "complete";
  /** Names of datasets; null for those of the notebook. */
  readonly datasets: readonly string[] | null;
  readonly limit: number | null;
  readonly exclude: readonly Indicator[];
  /** Name of an indicators input with more of them. */
  readonly excludeFrom: string | null;
  /** Names of the dataset kinds to look up. */
  readonly kinds: readonly string[];
}

/** A column of another cell; `table` is one of a pivot's. */
export interface ColumnPath {
  readonly cell: string;
  readonly table: string | null;
  readonly column: string;
}

/** Reads a pivot cell; throws an `InputError` for what cannot be looked up. */
export function readPivot(cell: Cell): PivotSpec {
  const listed = readIndicators(cell.body);
  const from = readPath(optionOf(cell, "from"));
  if (listed.length === 0 && from === null) throw nothingToLookUp();
  const { exclude, excludeFrom } = readExclude(optionOf(cell, "exclude"));
  return {
    listed,
    from,
    during: optionOf(cell, "during"),
    mode: readMode(optionOf(cell, "mode")),
    datasets: listOption(cell, "datasets"),
    limit: readLimit(optionOf(cell, "limit")),
    exclude,
    excludeFrom,
    kinds: readKinds(listOption(cell, "kinds")),
  };
}

function readPath(text: string | null): ColumnPath | null {
  if (text === null) return null;
  const parts = text.split(".");
  const [cell = "", second, third] = parts;
  if (parts.length > 3 || parts.includes("")) {
    throw badOption(`from=${text} names no column`, {
      remedy: "Write from=cell.column, from=pivot.table.column or from=input",
    });
  }
  if (second === undefined) return { cell, table: null, column: "value" };
  return third === undefined
    ? { cell, table: null, column: second }
    : { cell, table: second, column: third };
}

function readMode(text: string | null): PivotSpec["mode"] {
  if (text === null || text === "overlap") return "overlap";
  if (text === "complete") return "complete";
  throw badOption(`mode=${text} is not known`, {
    remedy: "Write mode=overlap or mode=complete",
  });
}

function readLimit(text: string | null): number | null {
  if (text === null) return null;
  const limit = Number(text);
  if (Number.isSafeInteger(limit) && limit > 0) return limit;
  throw badOption(`limit=${text} is not a number of rows`, {
    remedy: "Write limit=1000",
  });
}

/** A plain name is an input's, since an indicator always has a dot, colon or the like. */
function readExclude(
  text: string | null,
): Pick<PivotSpec, "exclude" | "excludeFrom"> {
  if (text === null) return { exclude: [], excludeFrom: null };
  const isName = /^[A-Za-z_][A-Za-z0-9_]*$/.test(text) && text.length < 32;
  if (isName) return { exclude: [], excludeFrom: text };
  const exclude = readIndicators(text.replaceAll(",", "\n"));
  return { exclude, excludeFrom: null };
}

function readKinds(names: readonly string[] | null): readonly string[] {
  const all = datasetKinds.map(({ name }) => name);
  const unknown = names?.find((name) => !all.includes(name));
  if (unknown === undefined) return names ?? all;
  throw badOption(`No dataset kind is named "${unknown}"`, {
    remedy: `Use ${all.join(", ")}`,
  });
}

function badOption(
  message: string,
  { remedy }: { remedy: string },
): InputError {
  return new InputError(message, { code: "bad-option", remedy });
}

function nothingToLookUp(): InputError {
  return new InputError("The pivot has nothing to look up", {
    code: "empty-pivot",
    remedy: "Write an indicator, or from=cell.column",
    where: { line: 1 },
  });
}

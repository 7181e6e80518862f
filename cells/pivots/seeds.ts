import {
  allColumns,
  datasetKinds,
  identifier,
  type Indicator,
  type IndicatorType,
  InputError,
  qualified,
  tryParseIndicator,
  type Value,
} from "@pivotbook/data";
import { distinct } from "../indicators/read_indicators.ts";
import type { RunContext } from "../kinds/cell_kind.ts";
import type { ColumnPath, PivotSpec } from "./pivot_spec.ts";

/** The indicators that a pivot looks up: those listed, else all of the column that it comes from. */
export async function seedsOf(
  { listed, from }: Pick<PivotSpec, "listed" | "from">,
  context: RunContext,
): Promise<Indicator[]> {
  const type = from === null ? null : columnType(from, context);
  if (listed.length > 0 || from === null) {
    return distinct(listed.map((indicator) => typed(indicator, type)));
  }
  const seeds = await columnIndicators(from, context);
  return distinct(seeds.map((indicator) => typed(indicator, type)));
}

/** All distinct indicators of a column; values that are none are left out. */
export async function columnIndicators(
  path: ColumnPath,
  { engine, signal, resolve }: RunContext,
): Promise<Indicator[]> {
  const output = resolve(path.cell);
  const table = path.table === null
    ? identifier(path.cell)
    : qualified(path.cell, path.table);
  if (path.table === null && output?.type === "pivot") throw notAColumn(path);
  const column = identifier(path.column);
  const sql =
    `SELECT DISTINCT ${column} FROM ${table} WHERE ${column} IS NOT NULL ORDER BY 1`;
  const result = await engine.query(sql, { signal });
  const texts = (result.columns[0]?.values ?? []).flatMap(textsOf);
  return texts.flatMap((text) => {
    const parsed = tryParseIndicator(text);
    return parsed ? [{ type: parsed.type, value: parsed.value }] : [];
  });
}

function textsOf(value: Value): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return typeof value === "string" ? [value] : [];
}

/** The type that a column of a dataset kind gives to its values; null where it differs by value. */
function columnType(
  { cell, table, column }: ColumnPath,
  { resolve }: RunContext,
): IndicatorType | null {
  if (resolve(cell)?.type !== "pivot") return null;
  const kind = datasetKinds.find(({ name }) => name === table);
  const found = kind && allColumns(kind).find(({ name }) => name === column);
  const type = found?.indicator ?? null;
  return type === "mixed" ? null : type;
}

/** Types whose values look like those of another. */
const BY_COLUMN: ReadonlySet<IndicatorType> = new Set([
  "certificate",
  "imphash",
  "authentihash",
]);

/** What only looks like another type, as a certificate's fingerprint like a file's. */
function typed(indicator: Indicator, type: IndicatorType | null): Indicator {
  return type !== null && BY_COLUMN.has(type)
    ? { ...indicator, type }
    : indicator;
}

function notAColumn({ cell, column }: ColumnPath): InputError {
  return new InputError(`"${cell}" is a pivot: ${column} is no column of it`, {
    code: "pivot-as-table",
    remedy: `Name the table too, as from=${cell}.resolutions.rrname`,
  });
}

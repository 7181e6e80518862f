import type { Row } from "../engine/table.ts";
import type { Indicator } from "../indicators/indicator.ts";
import type { KindColumn } from "./kind.ts";
import { mixedIndicator } from "./mixed_value.ts";

/** What tells which indicator stands in a column of a row. */
export type TypedColumn = Pick<KindColumn, "name"> & {
  readonly indicator?: KindColumn["indicator"] | null | undefined;
  readonly typedBy?: KindColumn["typedBy"];
};

/** The indicator that stands in a column of a row, as it is looked up; null where none does. */
export function cellIndicator(
  row: Row,
  { name, indicator, typedBy }: TypedColumn,
): Indicator | null {
  const value = row[name];
  if (typeof value !== "string" || value === "") return null;
  const teller = typedBy === undefined ? undefined : row[typedBy.column];
  if (typedBy !== undefined && typeof teller === "string") {
    return tellsType(typedBy, { teller, value });
  }
  if (indicator === undefined || indicator === null) return null;
  return indicator === "mixed"
    ? mixedIndicator(value)
    : { type: indicator, value };
}

function tellsType(
  { types, others }: NonNullable<KindColumn["typedBy"]>,
  { teller, value }: { teller: string; value: string },
): Indicator | null {
  const type = types[teller];
  if (type !== undefined) return { type, value };
  const found = mixedIndicator(value);
  return found !== null && others.includes(found.type) ? found : null;
}

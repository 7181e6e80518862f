import { cellIndicator, type Row, type Value } from "@pivotbook/data";
import { formatValue } from "../format.ts";
import { shown, shownText } from "../indicator/indicator_text.ts";
import type { GridColumn } from "./source.ts";

export { cellIndicator };

/** Text of a cell as it is shown, or copied for other programs: indicators are defanged, those of a list and those inside a record's data, too. */
export function cellText(
  row: Row,
  column: GridColumn,
  write: typeof formatValue = formatValue,
): string {
  const indicator = cellIndicator(row, column);
  if (indicator !== null) return shown(indicator);
  const value = row[column.name] ?? null;
  return isIndicatorList(value, column)
    ? value.map((one) => shownText(one, column.indicator)).join(", ")
    : safeText(write(value, column.type), column);
}

function isIndicatorList(
  value: Value,
  { indicator }: GridColumn,
): value is readonly string[] {
  return indicator !== null && Array.isArray(value) &&
    value.every((one) => typeof one === "string");
}

/** Of a record's data also what only holds an indicator is defanged, as the host of "10 mail.example.net". */
function safeText(text: string, { name }: GridColumn): string {
  return name === "rdata" ? text.replace(INNER_DOT, "[.]") : text;
}

const INNER_DOT = /(?<=[\p{L}\p{N}_-])\.(?=[\p{L}\p{N}_-])/gu;

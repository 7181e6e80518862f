import type { Output } from "@pivotbook/cells";
import { formatShortCount } from "../format.ts";

const DAY = 86_400_000;

/** How much a cell has given, short: rows, or the days of a date range; empty where nothing counts. */
export function cellSize(output: Output | null): string {
  if (output === null || output.type === "plot") return "";
  if (output.type === "pivot") {
    const rows = output.tables.reduce((sum, table) => sum + table.rows, 0);
    return formatShortCount(rows);
  }
  return output.type === "input" && output.input === "daterange"
    ? days(output.text)
    : formatShortCount(output.rows);
}

function days(text: string): string {
  const [first = "", last = ""] = text.trim().split("..");
  const count = (Date.parse(last) - Date.parse(first)) / DAY + 1;
  return Number.isFinite(count) ? `${count} d` : "";
}

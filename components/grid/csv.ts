import { type Row, rowsOf, type Table } from "@pivotbook/data";
import { formatTime, isTime } from "../format.ts";
import type { GridColumn } from "./source.ts";

/** Writes a table as CSV (RFC 4180); text that a spreadsheet would run as a formula gets a leading apostrophe. */
export function csvText(
  table: Table,
  columns: readonly GridColumn[],
): string {
  const head = columns.map(({ name }) => quoted(name)).join(",");
  const lines = rowsOf(table).map((row) =>
    columns.map((column) => quoted(field(row, column))).join(",")
  );
  return [head, ...lines, ""].join("\r\n");
}

function field(row: Row, { name, type }: GridColumn): string {
  const value = row[name] ?? null;
  if (value === null) return "";
  if (typeof value === "bigint" && isTime(type)) return formatTime(value);
  if (Array.isArray(value)) return unformulated(value.join(" "));
  if (typeof value === "object") return JSON.stringify(value);
  return typeof value === "string" ? unformulated(value) : String(value);
}

function unformulated(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

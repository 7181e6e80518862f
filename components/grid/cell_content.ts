import type { Row } from "@pivotbook/data";
import { html } from "lit";
import { formatValue } from "../format.ts";
import "../indicator/indicator_link.ts";
import { cellIndicator } from "./cell_indicator.ts";
import type { GridColumn } from "./source.ts";

/** What stands in a cell: an indicator that can be followed, where a row comes from as a mark, or text. */
export function cellContent(row: Row, column: GridColumn): unknown {
  const indicator = cellIndicator(row, column);
  if (indicator !== null) {
    return html`<pivotbook-indicator-link .indicator=${indicator}></pivotbook-indicator-link>`;
  }
  const text = formatValue(row[column.name] ?? null, column.type);
  return column.name === "provenance" && text !== ""
    ? html`<span class="mark ${text}">${text}</span>`
    : html`<span class="text" title=${text}>${text}</span>`;
}

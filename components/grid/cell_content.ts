import type { Row } from "@pivotbook/data";
import { html } from "lit";
import { explained } from "../explained.ts";
import "../indicator/indicator_link.ts";
import { cellIndicator, cellText } from "./cell_indicator.ts";
import type { GridColumn } from "./source.ts";

/** What stands in a cell: an indicator that can be followed, where a row comes from as a mark, or text. */
export function cellContent(row: Row, column: GridColumn): unknown {
  const indicator = cellIndicator(row, column);
  if (indicator !== null) {
    return html`<pivotbook-indicator-link .indicator=${indicator}></pivotbook-indicator-link>`;
  }
  const text = cellText(row, column);
  const meaning = column.meanings?.[text];
  const content = meaning === undefined ? text : explained(text, meaning);
  if (column.name === "import_id" && text !== "") return importMark(text);
  return column.name === "provenance" && text !== ""
    ? html`<span class="mark ${text}">${content}</span>`
    : html`<span class="text" title=${meaning ?? text}>${content}</span>`;
}

/** The start of an import's id, which is enough to tell imports apart. */
function importMark(id: string): unknown {
  return html`
    <span class="text"
      title="Import ${id}; select the row to see its file"><code>${id.slice(
        0,
        SHORT,
      )}</code></span>
  `;
}

const SHORT = 8;

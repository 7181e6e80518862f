import type { Row } from "@pivotbook/data";
import { html } from "lit";
import { isNumber, isTime } from "../format.ts";
import { cellContent } from "./cell_content.ts";
import type { GridColumn } from "./source.ts";

/** How a row of the grid is drawn, and what its cells do. */
export interface GridRowView {
  /** Place of the row, from 0. */
  readonly index: number;
  readonly columns: readonly GridColumn[];
  /** Place of the cell that says that the row is new in the window; -1 for none. */
  readonly fresh: number;
  readonly selected: boolean;
  /** Place of the active cell, null where it is in another row. */
  readonly active: number | null;
  /** Called with a click, or a request for the context menu, and the place of the cell. */
  readonly press: (event: MouseEvent, place: number) => void;
  /** Called with the place of a cell whose indicator was followed. */
  readonly follow: (place: number) => void;
}

/** A row of the grid; null while its page is on its way. */
export function gridRow(row: Row | null, view: GridRowView): unknown {
  const { index, columns, selected } = view;
  return html`
    <div role="row" class="row ${selected
      ? "selected"
      : ""}" aria-rowindex=${index + 2}
      aria-selected=${selected}>${columns.map((column, place) =>
        gridCell(row, { ...view, column, place })
      )}</div>
  `;
}

const FRESH =
  html`<span class="fresh" title="First seen within the span">▲ new in window</span>`;

function gridCell(
  row: Row | null,
  { index, column, place, fresh, active, press, follow }: GridRowView & {
    column: GridColumn;
    place: number;
  },
): unknown {
  const choose = (event: MouseEvent) => press(event, place);
  return html`
    <div role="gridcell" id=${`cell-${index}-${place}`} aria-colindex=${place +
      1}
      class="cell ${shapeOf(column)} ${fresh === place
        ? "new"
        : ""} ${active === place ? "active" : ""}"
      @click=${choose} @contextmenu=${choose}
      @pivotbook-follow=${() => follow(place)}>${row === null
        ? html`<span class="wait"></span>`
        : cellContent(row, column)}${fresh === place ? FRESH : ""}</div>
  `;
}

function shapeOf({ type }: GridColumn): string {
  if (isNumber(type)) return "number";
  return isTime(type) ? "time" : "";
}

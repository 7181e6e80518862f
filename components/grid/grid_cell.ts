import type { Indicator, Row } from "@pivotbook/data";
import type { GridColumn } from "./source.ts";

/** A cell of the grid that a reader acted on. */
export interface GridCell {
  readonly index: number;
  readonly row: Row;
  readonly column: GridColumn;
  readonly indicator: Indicator | null;
}

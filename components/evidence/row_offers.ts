import type { SelectedRow } from "../events.ts";
import { cellIndicator } from "../grid/cell_indicator.ts";
import type { GridColumn } from "../grid/source.ts";
import { type PivotOffer, pivotsOf } from "../indicator/offers.ts";

/** A step that a row offers, and the column that leads to it. */
export interface RowOffer extends PivotOffer {
  /** Tells offers of a row apart. */
  readonly key: string;
  readonly column: GridColumn;
}

/** Steps from every indicator of the row, each once. */
export function rowOffers({ row, columns }: SelectedRow): readonly RowOffer[] {
  const offers = new Map<string, RowOffer>();
  for (const column of columns) {
    const indicator = cellIndicator(row, column);
    if (indicator === null) continue;
    for (const offer of pivotsOf(indicator)) {
      const key = `${offer.indicator.type} ${offer.indicator.value}`;
      if (!offers.has(key)) offers.set(key, { key, column, ...offer });
    }
  }
  return [...offers.values()];
}

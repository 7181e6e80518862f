import type { PivotTable } from "@pivotbook/cells";
import { kindNamed } from "@pivotbook/data";
import { html } from "lit";
import { plotHeight } from "./plot_view.ts";

/** Pixels of the legend below the plot. */
const LEGEND = 30;

/** Stands for an activity that will not come by itself, and says why. */
export function notDrawn(why: string): unknown {
  return html`
    <p class="nothing"
      role="status">The activity was not drawn: ${why}. Run the cell again.</p>
  `;
}

/** Stands where the activity will be drawn, as high as it will be: a lane for each kind with rows that have times. */
export function waiting(tables: readonly PivotTable[]): unknown {
  const lanes = tables.filter(({ kind, empty }) =>
    !empty && kindNamed(kind).times !== null
  );
  if (lanes.length === 0) return "";
  const height = plotHeight(lanes.length) + LEGEND;
  return html`
    <div class="waiting" style="height: ${height}px"
      aria-busy="true"></div>
  `;
}

import { html } from "lit";
import "../plot/plot_view.ts";
import type { OutputRenderer } from "./renderer.ts";

/** A plot, drawn by Observable Plot, which is loaded when it is first needed. */
export const plotOutput: OutputRenderer<"plot"> = {
  type: "plot",
  render(output, { cell, name }) {
    return html`
      <pivotbook-plot-view .output=${output} cell=${name}
        label=${cell.name ?? "Plot"}></pivotbook-plot-view>
    `;
  },
};

import { html } from "lit";
import "../pivot/pivot_view.ts";
import type { OutputRenderer } from "./renderer.ts";

/** A pivot: header, heat map and a tab for each dataset kind. */
export const pivotOutput: OutputRenderer<"pivot"> = {
  type: "pivot",
  render(output, { name, partial, unfinished }) {
    return html`
      <pivotbook-pivot-view .output=${output} .partial=${partial}
        .unfinished=${unfinished} cell=${name}></pivotbook-pivot-view>
    `;
  },
};

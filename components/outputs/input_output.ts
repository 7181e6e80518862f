import { html } from "lit";
import "../cell/input_control.ts";
import type { OutputRenderer } from "./renderer.ts";

/** An input's control, which writes the cell's body. */
export const inputOutput: OutputRenderer<"input"> = {
  type: "input",
  render(output, { cell, name }) {
    return html`
      <pivotbook-input-control .output=${output} .cell=${cell}
        label=${name}></pivotbook-input-control>
    `;
  },
};

import type { Output } from "@pivotbook/cells";
import { inputOutput } from "./input_output.ts";
import { pivotOutput } from "./pivot_output.ts";
import { plotOutput } from "./plot_output.ts";
import type { OutputPlace, OutputRenderer } from "./renderer.ts";
import { tableOutput } from "./table_output.ts";

type Renderers = {
  readonly [Type in Output["type"]]: OutputRenderer<Type>;
};

/** The renderer of each type of output. */
export const outputRenderers: Renderers = {
  table: tableOutput,
  pivot: pivotOutput,
  input: inputOutput,
  plot: plotOutput,
};

/** Draws an output by its type's renderer. */
export function renderOutput(output: Output, place: OutputPlace): unknown {
  const renderer = outputRenderers[output.type] as OutputRenderer;
  return renderer.render(output, place);
}

export type { OutputPlace, OutputRenderer } from "./renderer.ts";

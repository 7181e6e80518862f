import type { Cell, Output } from "@pivotbook/cells";

/** Where an output is drawn. */
export interface OutputPlace {
  readonly cell: Cell;
  /** The name by which others refer to the cell, or its id. */
  readonly name: string;
  /** Whether a part of the output is still to come, or never came. */
  readonly partial: boolean;
  /** Why that part does not come, in a word; null while it may. */
  readonly unfinished: string | null;
}

/** Draws one type of output; one file each, and one line in `mod.ts`. */
export interface OutputRenderer<Type extends Output["type"] = Output["type"]> {
  readonly type: Type;
  /** Gives a Lit template. */
  render(
    output: Extract<Output, { readonly type: Type }>,
    place: OutputPlace,
  ): unknown;
}

import type { Column } from "@pivotbook/data";
import type { Cell } from "../notebook/notebook.ts";

/** A type of input: how its text becomes a table. */
export interface InputType {
  readonly name: string;
  /** The columns of its table; throws an `InputError` with the line of a text that cannot be read. */
  read(cell: Cell): readonly Column[];
  /** What a person can choose from; empty where the text is free. */
  choices(cell: Cell): readonly string[];
}

/** For inputs whose text is free. */
export const noChoices = (): readonly string[] => [];

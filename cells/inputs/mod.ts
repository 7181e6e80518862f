import { choice } from "./choice.ts";
import { daterange } from "./daterange.ts";
import { indicators } from "./indicators.ts";
import type { InputType } from "./input_type.ts";
import { number } from "./number.ts";
import { text } from "./text.ts";

/** All types of input. */
export const inputTypes: readonly InputType[] = [
  daterange,
  indicators,
  text,
  number,
  choice,
];

import { readIndicators } from "../indicators/read_indicators.ts";
import { type InputType, noChoices } from "./input_type.ts";

/** Indicators, one a line: a row for each in normal form. */
export const indicators: InputType = {
  name: "indicators",
  read({ body }) {
    const values = readIndicators(body).map(({ value }) => value);
    return [{ name: "value", type: "VARCHAR", values: [...new Set(values)] }];
  },
  choices: noChoices,
};

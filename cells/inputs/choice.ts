import { InputError } from "@pivotbook/data";
import { listOption } from "../kinds/options.ts";
import type { InputType } from "./input_type.ts";

/** One of the texts of the option `choices`; the first where none is chosen. */
export const choice: InputType = {
  name: "choice",
  read(cell) {
    const choices = this.choices(cell);
    const value = cell.body.trim() || choices[0];
    if (value === undefined || !choices.includes(value)) {
      throw new InputError(`"${value ?? ""}" is none of the choices`, {
        code: "bad-choice",
        remedy: choices.length > 0
          ? `Choose ${choices.join(", ")}`
          : "List what can be chosen: choices=a,b",
        where: { line: 1 },
      });
    }
    return [{ name: "value", type: "VARCHAR", values: [value] }];
  },
  choices: (cell) => listOption(cell, "choices") ?? [],
};

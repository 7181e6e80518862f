import { InputError } from "@pivotbook/data";
import { type InputType, noChoices } from "./input_type.ts";

/** A number in decimal digits. */
export const number: InputType = {
  name: "number",
  read({ body }) {
    const value = Number(body.trim());
    if (body.trim() === "" || !Number.isFinite(value)) {
      throw new InputError(`"${body.trim()}" is not a number`, {
        code: "bad-number",
        remedy: "Write digits, as 12 or 0.5",
        where: { line: 1 },
      });
    }
    return [{ name: "value", type: "DOUBLE", values: [value] }];
  },
  choices: noChoices,
};

import { type InputType, noChoices } from "./input_type.ts";

/** A text as it stands. */
export const text: InputType = {
  name: "text",
  read: ({ body }) => [{ name: "value", type: "VARCHAR", values: [body] }],
  choices: noChoices,
};

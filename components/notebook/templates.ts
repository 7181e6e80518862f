import { emptyPlot } from "../plot/first_plot.ts";
import { BLANK } from "../prose/blank.ts";
import { rawOf } from "./edits.ts";

/** What can be put between two blocks; `NAME` stands for a proposal of the page. */
export interface Template {
  readonly label: string;
  readonly raw: string;
  /** Whether it is a value that a person sets. */
  readonly input: boolean;
}

/** Every block that can be added; an input of each type with a value that can be read. */
export const templates: readonly Template[] = [
  block("Text", `${BLANK}\n`),
  block("Pivot", rawOf({ head: "pivot NAME", body: "" })),
  block("SQL", rawOf({ head: "sql NAME", body: "" })),
  block("Plot", emptyPlot),
  input("Date range", { type: "daterange", body: ".." }),
  input("List of indicators", { type: "indicators", body: "" }),
  input("Number", { type: "number", body: "1" }),
  input("Choice", { type: "choice choices=yes,no", body: "yes" }),
  input("Line of text", { type: "text", body: "" }),
];

function block(label: string, raw: string): Template {
  return { label, raw, input: false };
}

function input(
  label: string,
  { type, body }: { type: string; body: string },
): Template {
  const raw = rawOf({ head: `input NAME type=${type}`, body });
  return { label, raw, input: true };
}

import type { Cell } from "@pivotbook/cells";
import { isEmptyPlot } from "../plot/first_plot.ts";

/** What to write into a new cell that says nothing yet, so that it is no failure; null for one that is written. */
export function unwritten(
  { kind, raw, body, options }: Pick<Cell, "kind" | "raw" | "body" | "options">,
): string | null {
  if (isEmptyPlot(raw)) return "";
  const blank = kind === "pivot" && body.trim() === "" &&
    options["from"] === undefined;
  return blank ? "Write an indicator into it, or a list, one per line." : null;
}

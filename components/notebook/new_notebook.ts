import { type Indicator, indicatorText } from "@pivotbook/data";
import { rawOf } from "./edits.ts";

/** The text of a notebook that looks into indicators: a title and one pivot named `seed`. */
export function newNotebook(
  indicators: readonly Indicator[],
): string {
  const names = indicators.map(indicatorText);
  const [first = "nothing"] = names;
  const title = names.length > 1
    ? `${first} and ${names.length - 1} more`
    : first;
  const pivot = rawOf({ head: "pivot seed", body: names.join("\n") });
  return `---\ntitle: ${JSON.stringify(title)}\n---\n\n${pivot}`;
}

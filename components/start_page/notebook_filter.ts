import type { NotebookSummary } from "../api_types.ts";
import { shown } from "../indicator/indicator_text.ts";

/** Notebooks from which on the list has a field to filter it. */
export const MANY = 9;

/** The notebooks in whose title, name, marking, datasets or indicators each word of a text stands, whatever its case; indicators defanged or not. */
export function filterNotebooks(
  notebooks: readonly NotebookSummary[],
  text: string,
): readonly NotebookSummary[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return notebooks.filter((one) => {
    const all = wordsOf(one).join("\n").toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

function wordsOf(
  { name, title, tlp, datasets, pivots }: NotebookSummary,
): readonly string[] {
  const indicators = pivots.flatMap((one) => [one.value, shown(one)]);
  return [name, title, tlp ?? "", ...datasets, ...indicators];
}

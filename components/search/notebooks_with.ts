import type { Indicator } from "@pivotbook/data";
import type { NotebookSummary } from "../api_types.ts";
import { pathOf } from "../notebook/address.ts";
import { titleOf } from "../notebook/title.ts";

/** A notebook that looks into what is asked for, and the address of its first pivot that does. */
export interface Known {
  readonly title: string;
  readonly path: string;
}

/** The notebooks that look into every one of the indicators, in the order of the list. */
export function notebooksWith(
  indicators: readonly Indicator[],
  notebooks: readonly NotebookSummary[],
): readonly Known[] {
  if (indicators.length === 0) return [];
  return notebooks.flatMap(({ name, title, pivots }) => {
    const found = indicators.map((one) =>
      pivots.find((pivot) =>
        pivot.type === one.type && pivot.value === one.value
      )
    );
    if (found.includes(undefined)) return [];
    const cell = found[0]?.cell;
    const place = cell ? `#${encodeURIComponent(cell)}` : "";
    return [{
      title: titleOf({ name, title }),
      path: `${pathOf(name)}${place}`,
    }];
  });
}

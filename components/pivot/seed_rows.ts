import type { PivotOutput } from "@pivotbook/cells";
import type { DatasetView, LookupSource, RunOptions } from "@pivotbook/data";
import type { SeedRows } from "./seed_list.ts";

/** Counts the rows behind each indicator of a pivot, in the datasets in which it looked. */
export async function countSeeds(
  lookup: LookupSource,
  { output: { seeds, datasets }, views, ...options }: RunOptions & {
    output: PivotOutput;
    views: readonly DatasetView[];
  },
): Promise<readonly SeedRows[]> {
  const looked = views.filter(({ name }) => datasets.includes(name));
  const counts = await lookup.counts(seeds, looked, options);
  return counts.map(({ indicator, rows }) => ({
    indicator,
    rows: rows &&
      Object.values(rows).reduce((sum, count) => sum + count, 0),
  }));
}

import type { RunContext } from "./cell_kind.ts";

/** Makes those of the names that are datasets readable in SQL. */
export async function openDatasets(
  names: readonly string[],
  { datasets, openDataset }: Pick<RunContext, "datasets" | "openDataset">,
): Promise<void> {
  const mentioned = new Set(names.map((name) => name.toLowerCase()));
  for (const { name } of datasets) {
    if (mentioned.has(name.toLowerCase())) await openDataset(name);
  }
}

import type { DatasetSummary } from "../api_types.ts";

/** The dataset of the sample case, to which files of a reader's own do not belong. */
const SAMPLE = "knf";

/** The dataset that new files are proposed for: the newest that is not the sample, given newest first. */
export function proposedDataset(names: readonly string[]): string {
  return names.find((name) => name !== SAMPLE) ?? "imports";
}

/** Names of datasets, the one that was published last first. */
export function newestFirst(
  datasets: readonly DatasetSummary[],
): readonly string[] {
  const order = datasets.toSorted((a, b) =>
    (b.publishedAt ?? "").localeCompare(a.publishedAt ?? "")
  );
  return order.map(({ name }) => name);
}

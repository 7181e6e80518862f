import type { DatasetSummary } from "../api_types.ts";

/** The dataset that new files are proposed for: one of its own, since files cannot be taken out of another again. */
export const PROPOSED_DATASET = "imports";

/** Names of datasets, the one that was published last first. */
export function newestFirst(
  datasets: readonly DatasetSummary[],
): readonly string[] {
  const order = datasets.toSorted((a, b) =>
    (b.publishedAt ?? "").localeCompare(a.publishedAt ?? "")
  );
  return order.map(({ name }) => name);
}

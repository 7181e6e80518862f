import type { DatasetView } from "@pivotbook/data";

/** Names of the datasets that are new or have another snapshot than before. */
export function changedDatasets(
  former: readonly DatasetView[],
  now: readonly DatasetView[],
): readonly string[] {
  const known = new Map(
    former.map(({ name, snapshot }) => [name, snapshot.id]),
  );
  return now.filter(({ name, snapshot }) => known.get(name) !== snapshot.id)
    .map(({ name }) => name);
}

/** Names of the datasets that are no longer there. */
export function removedDatasets(
  former: readonly DatasetView[],
  now: readonly DatasetView[],
): readonly string[] {
  const left = new Set(now.map(({ name }) => name));
  return former.map(({ name }) => name).filter((name) => !left.has(name));
}

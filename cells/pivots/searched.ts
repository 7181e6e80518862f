import {
  allColumns,
  type DatasetKind,
  datasetKinds,
  type Indicator,
  planLookup,
  wordColumns,
} from "@pivotbook/data";
import type { SearchedKind } from "../kinds/output.ts";

/** Where rows of each kind were looked for: no columns for a kind that knows none of the indicators' types, or was not asked. */
export function searchedKinds(
  { seeds, kinds, unsearched }: {
    seeds: readonly Indicator[];
    /** Names of the kinds that were asked. */
    kinds: readonly string[];
    /** By kind: datasets that were too large to be searched for words. */
    unsearched: ReadonlyMap<string, readonly string[]>;
  },
): SearchedKind[] {
  return datasetKinds.map((kind) => ({
    kind: kind.name,
    columns: kinds.includes(kind.name) ? columnsFor(kind, seeds) : [],
    unsearched: unsearched.get(kind.name) ?? [],
  }));
}

function columnsFor(
  kind: DatasetKind,
  seeds: readonly Indicator[],
): readonly string[] {
  const names = new Set([
    ...planLookup(kind, seeds).flatMap(({ order }) => order.columns),
    ...seeds.some(({ type }) => type === "keyword") ? wordColumns(kind) : [],
  ]);
  return allColumns(kind).filter(({ name }) => names.has(name))
    .map(({ title }) => title);
}

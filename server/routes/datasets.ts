import type { DatasetView, PublishedSnapshot } from "@pivotbook/data";
import { Hono } from "hono";
import type { DatasetStore } from "../deps.ts";

/** A dataset: what it holds now and how it came to be. */
export interface DatasetSummary {
  readonly name: string;
  /** ISO 8601 UTC; null before the first publication. */
  readonly publishedAt: string | null;
  readonly view: DatasetView;
  readonly log: readonly PublishedSnapshot[];
}

/** Datasets with the manifests of their newest snapshots. */
// deno-lint-ignore explicit-module-boundary-types -- the inferred type is the contract of the typed client
export function datasets(store: DatasetStore) {
  return new Hono()
    .get(
      "/",
      async (c) =>
        c.json(
          await Promise.all(
            (await store.names()).map((name) => summary(store, name)),
          ),
        ),
    )
    .get(
      "/:name",
      async (c) => c.json(await summary(store, c.req.param("name"))),
    );
}

async function summary(
  store: DatasetStore,
  name: string,
): Promise<DatasetSummary> {
  const { snapshots } = await store.log(name);
  const view = await store.view(name);
  return {
    name,
    publishedAt: snapshots.at(-1)?.publishedAt ?? null,
    view,
    log: snapshots,
  };
}

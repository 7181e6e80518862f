import {
  type DatasetView,
  type ErrorReport,
  NotFoundError,
  PivotbookError,
  type PublishedSnapshot,
  reportOf,
} from "@pivotbook/data";
import { Hono } from "hono";
import type { DatasetStore } from "../deps.ts";

/** A dataset: what it holds now and how it came to be. */
export interface DatasetSummary {
  readonly name: string;
  /** ISO 8601 UTC; null before the first publication. */
  readonly publishedAt: string | null;
  /** Without segments where the dataset cannot be read. */
  readonly view: DatasetView;
  /** Why it cannot be read; null where it can. */
  readonly error: ErrorReport | null;
  readonly log: readonly PublishedSnapshot[];
}

/** Datasets with the manifests of their newest snapshots; a dataset, or one of its imports, is taken back by DELETE. */
// deno-lint-ignore explicit-module-boundary-types -- the inferred type is the contract of the typed client
export function datasets(store: DatasetStore) {
  return new Hono()
    .get("/", async (c) => c.json(await summaries(store)))
    .get(
      "/:name",
      async (c) => c.json(await summary(store, c.req.param("name"))),
    )
    .delete("/:name", async (c) => {
      const dataset = c.req.param("name");
      return c.json({ dataset, kept: await store.remove(dataset) });
    })
    .delete("/:name/imports/:id", async (c) => {
      const { name: dataset, id } = c.req.param();
      const { id: snapshot } = await store.withdraw(dataset, id);
      return c.json({ dataset, withdrawn: id, snapshot });
    });
}

/** Of all datasets but those that are removed meanwhile; a damaged one takes no other with it. */
async function summaries(store: DatasetStore): Promise<DatasetSummary[]> {
  const names = await store.names();
  const found = await Promise.all(
    names.map((name) =>
      summary(store, name).catch((error) => unreadable(name, error))
    ),
  );
  return found.filter((one) => one !== null);
}

function unreadable(name: string, error: unknown): DatasetSummary | null {
  if (error instanceof NotFoundError) return null;
  if (!(error instanceof PivotbookError)) throw error;
  const view = { name, snapshot: { id: "", segments: [] } };
  return { name, publishedAt: null, view, error: reportOf(error), log: [] };
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
    error: null,
    log: snapshots,
  };
}

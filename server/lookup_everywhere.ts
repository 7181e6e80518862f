import { join } from "node:path";
import {
  type DatasetView,
  distinctIndicators,
  type ErrorReport,
  type Indicator,
  lookupOrder,
  namedIndicators,
  PivotbookError,
  qualified,
  reportOf,
  type SegmentAccess,
  segmentLookup,
  type Table,
} from "@pivotbook/data";
import { openNativeEngine } from "./engine/mod.ts";
import type { DatasetStore } from "./deps.ts";
import type { HomeServices } from "./home_services.ts";

/** All rows behind an indicator, by kind, in the newest snapshot of every dataset that can be read; the samples that its links name are among them, as in a pivot. */
export async function lookUpEverywhere(
  { home, datasets }: HomeServices,
  indicator: Indicator,
): Promise<Record<string, Table>> {
  const { views } = await readableViews(datasets);
  const engine = await openNativeEngine({ segmentFolders: [home.segments] });
  try {
    const source = segmentLookup(engine, segmentAccess(home.segments, views));
    const found: Record<string, Table> = {};
    for (const kind of lookupOrder) {
      const target = qualified("main", `found_${kind.name}`);
      const { reachedBy } = kind;
      const links = reachedBy && found[reachedBy.kind];
      const linked = links ? namedIndicators(links, reachedBy.column) : [];
      await source.lookup({
        kind,
        keys: distinctIndicators([indicator, ...linked]),
        datasets: views,
        window: null,
        exclude: [],
        limit: null,
      }, target);
      found[kind.name] = await engine.query(`SELECT * FROM ${target}`);
    }
    return found;
  } finally {
    await engine.close();
  }
}

/** The newest snapshots of all datasets that can be read, and what is wrong with the others. */
export async function readableViews(
  datasets: DatasetStore,
): Promise<{ views: DatasetView[]; damaged: ErrorReport[] }> {
  const views: DatasetView[] = [];
  const damaged: ErrorReport[] = [];
  for (const name of await datasets.names()) {
    try {
      views.push(await datasets.view(name));
    } catch (error) {
      if (!(error instanceof PivotbookError)) throw error;
      damaged.push(reportOf(error));
    }
  }
  return { views, damaged };
}

/** Segments as files of a folder; reading them needs no side index. */
function segmentAccess(
  folder: string,
  views: readonly DatasetView[],
): SegmentAccess {
  const segments = views.flatMap(({ snapshot }) => snapshot.segments);
  const bytes = new Map(
    segments.map((segment) => [segment.sha256, segment.bytes]),
  );
  return {
    locate: (sha256) => ({
      sha256,
      bytes: bytes.get(sha256) ?? 0,
      location: join(folder, `${sha256}.duckdb`),
    }),
    sideIndex: () => Promise.resolve(null),
  };
}

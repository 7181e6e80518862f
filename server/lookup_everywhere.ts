import { join } from "node:path";
import {
  datasetKinds,
  type DatasetView,
  type Indicator,
  qualified,
  type SegmentAccess,
  segmentLookup,
  type Table,
} from "@pivotbook/data";
import { openNativeEngine } from "./engine/mod.ts";
import type { HomeServices } from "./home_services.ts";

/** All rows behind an indicator, by kind, in the newest snapshot of every dataset. */
export async function lookUpEverywhere(
  { home, datasets }: HomeServices,
  indicator: Indicator,
): Promise<Record<string, Table>> {
  const names = await datasets.names();
  const views: DatasetView[] = await Promise.all(
    names.map((name) => datasets.view(name)),
  );
  const engine = await openNativeEngine({ segmentFolders: [home.segments] });
  try {
    const source = segmentLookup(engine, segmentAccess(home.segments, views));
    const found: Record<string, Table> = {};
    for (const kind of datasetKinds) {
      const target = qualified("main", `found_${kind.name}`);
      await source.lookup({
        kind,
        keys: [indicator],
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

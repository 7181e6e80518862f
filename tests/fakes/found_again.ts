import {
  attachDataset,
  datasetKinds,
  type Indicator,
  indicatorKey,
  qualified,
  type Row,
  rowsOf,
  segmentLookup,
} from "@pivotbook/data";
import { openNativeEngine } from "../../server/engine/mod.ts";
import type { HomeServices } from "../../server/home_services.ts";
import { rowIndicators } from "./row_indicators.ts";

/** How many rows a dataset holds, and how often they were found. */
export interface FoundAgain {
  readonly rows: number;
  readonly lookups: number;
  /** Rows that an indicator which they show did not find. */
  readonly missed: readonly string[];
}

/** Looks up every indicator of every row of a dataset, and tells which rows were not found by their own. */
export async function foundAgain(
  { home, datasets }: HomeServices,
  dataset: string,
): Promise<FoundAgain> {
  const view = await datasets.view(dataset);
  const engine = await openNativeEngine({ segmentFolders: [home.segments] });
  const bytes = new Map(
    view.snapshot.segments.map((segment) => [segment.sha256, segment.bytes]),
  );
  const access = {
    locate: (sha256: string) => ({
      sha256,
      bytes: bytes.get(sha256) ?? 0,
      location: `${home.segments}/${sha256}.duckdb`,
    }),
    sideIndex: () => Promise.resolve(null),
  };
  const source = segmentLookup(engine, access);
  const missed: string[] = [];
  let rows = 0;
  let lookups = 0;
  try {
    await attachDataset(engine, view, access);
    for (const kind of datasetKinds) {
      const held = rowsOf(
        await engine.query(`SELECT * FROM ${qualified(dataset, kind.name)}`),
      );
      rows += held.length;
      for (const [indicator, showing] of byIndicator(kind, held)) {
        const target = qualified("main", "found");
        await source.lookup({
          kind,
          keys: [indicator],
          datasets: [view],
          window: null,
          exclude: [],
          limit: null,
        }, target);
        const found = rowsOf(await engine.query(`SELECT * FROM ${target}`));
        const known = new Set(found.map(identity));
        lookups += 1;
        missed.push(
          ...showing.filter((row) => !known.has(identity(row))).map((row) =>
            `${kind.name} ${indicatorKey(indicator)}: ${identity(row)}`
          ),
        );
      }
    }
  } finally {
    await engine.close();
  }
  return { rows, lookups, missed };
}

function byIndicator(
  kind: (typeof datasetKinds)[number],
  rows: readonly Row[],
): [Indicator, Row[]][] {
  const shown = new Map<string, [Indicator, Row[]]>();
  for (const row of rows) {
    for (const indicator of rowIndicators(kind, row)) {
      const key = indicatorKey(indicator);
      const entry = shown.get(key) ?? [indicator, []];
      entry[1].push(row);
      shown.set(key, entry);
    }
  }
  return [...shown.values()];
}

function identity({ dataset: _, ...row }: Row): string {
  return JSON.stringify(
    row,
    (_, value) => typeof value === "bigint" ? String(value) : value,
  );
}

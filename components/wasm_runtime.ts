import { createSession } from "@pivotbook/cells";
import {
  attachDataset,
  type DatasetView,
  NotFoundError,
  type Segment,
  type SegmentAccess,
  type SegmentLocation,
  segmentLookup,
  type SideIndex,
  WHOLE_FILE_BYTES,
} from "@pivotbook/data";
import { EngineLater } from "./engine_later.ts";
import { startWasmEngine, type WasmEngine } from "./engine/mod.ts";
import { fetchSideIndex } from "./engine/fetch_side_index.ts";
import { SegmentClient } from "./engine/segment_client.ts";
import type { Runtime } from "./runtime.ts";
import { takeWorker } from "./start/early_worker.ts";

/** Starts DuckDB-WASM in a worker, over segments that the server gives out. */
export function openWasmRuntime(): Runtime {
  const { worker, wasmUrl } = takeWorker();
  const segments = new SegmentClient(worker);
  const segmentsUrl = new URL("/segments/", location.href).href;
  return runtimeOver(
    startWasmEngine({ worker, segments, wasmUrl, segmentsUrl }),
  );
}

function runtimeOver(opening: Promise<WasmEngine>): Runtime {
  const engine = new EngineLater(opening);
  const crashed = opening.then((started) =>
    new Promise((resolve) => started.onCrash(resolve))
  );
  crashed.catch(() => {});
  const segments = new Map<string, Segment>();
  const access: SegmentAccess = {
    locate: (sha256) => locationOf(sha256, segments),
    sideIndex: (sha256) => sideIndexOf(sha256, segments),
  };
  const lookup = segmentLookup(engine, access);
  return {
    engine,
    lookup,
    ready: opening.then(() => {}),
    know: (datasets) => know(datasets, segments),
    openSession: (text, datasets) => {
      const open = async (name: string) => {
        const view = datasets().find((dataset) => dataset.name === name);
        if (view) await attachDataset(engine, view, access);
      };
      return createSession({
        text,
        engine,
        lookup,
        datasets,
        openDataset: open,
        clock: performance,
      });
    },
    crashed,
  };
}

function know(
  datasets: readonly DatasetView[],
  segments: Map<string, Segment>,
): void {
  for (const { snapshot } of datasets) {
    for (const segment of snapshot.segments) {
      segments.set(segment.sha256, segment);
    }
  }
}

function locationOf(
  sha256: string,
  segments: ReadonlyMap<string, Segment>,
): SegmentLocation {
  const segment = segments.get(sha256);
  if (segment === undefined) {
    throw new NotFoundError(`No dataset holds the segment ${sha256}`, {
      code: "unknown-segment",
      remedy: "Reload the page: the data has changed",
    });
  }
  const location = new URL(`/segments/${sha256}.duckdb`, document.baseURI).href;
  return { sha256, location, bytes: segment.bytes };
}

/** Small files have no side index: they are fetched whole. */
async function sideIndexOf(
  sha256: string,
  segments: ReadonlyMap<string, Segment>,
): Promise<SideIndex | null> {
  const bytes = segments.get(sha256)?.bytes ?? 0;
  if (bytes < WHOLE_FILE_BYTES) return null;
  return await fetchSideIndex(`/segments/${sha256}.index`, sha256);
}

import { createSession, type Session } from "@pivotbook/cells";
import {
  attachDataset,
  type DatasetView,
  type Engine,
  type FoundIndex,
  lookupLayout,
  NotFoundError,
  readAgain,
  type Segment,
  type SegmentAccess,
  segmentAlias,
  type SegmentLocation,
  segmentLookup,
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
  const opening = startWasmEngine({ worker, segments, wasmUrl, segmentsUrl });
  return runtimeOver(opening, segments);
}

function runtimeOver(
  opening: Promise<WasmEngine>,
  client: SegmentClient,
): Runtime {
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
  const lookup = readAgain(segmentLookup(engine, access));
  let session: Session | null = null;
  return {
    lookup,
    ready: opening.then(() => {}),
    know: (datasets) => know(datasets, segments),
    openSession: (text, { datasets, ...others }) => {
      const own = new EngineLater(
        opening.then((started) => started.openNamespace()),
      );
      const open = async (name: string) => {
        const view = datasets().find((dataset) => dataset.name === name);
        if (view) await attachDataset(own, view, access);
      };
      session = createSession({
        ...others,
        text,
        engine: own,
        lookup: readAgain(segmentLookup(own, access)),
        datasets,
        openDataset: open,
        clock: performance,
        report: reportError,
      });
      const { notebook } = session.state;
      for (const view of datasets()) {
        if (!notebook.datasets.includes(view.name)) continue;
        attachAhead(view, { client, engine });
      }
      return session;
    },
    atRest: async () => await session?.settled(),
    crashed,
  };
}

/** Fetches the small segments of a dataset while the engine starts, and attaches them; what goes wrong shows when they are read. */
function attachAhead(
  { snapshot }: DatasetView,
  { client, engine }: { client: SegmentClient; engine: Engine },
): void {
  for (const { sha256, bytes } of snapshot.segments) {
    if (bytes >= WHOLE_FILE_BYTES) continue;
    const { blockSize } = lookupLayout;
    const url = segmentUrl(sha256);
    const location = { sha256, location: url, bytes };
    client.describe({ url, bytes, blockSize, columns: [] }, [])
      .then(() => client.prefetch(url, [{ offset: 0, length: bytes }]))
      .then(() => engine.attach(segmentAlias(sha256), location))
      .catch(() => {});
  }
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
  return { sha256, location: segmentUrl(sha256), bytes: segment.bytes };
}

function segmentUrl(sha256: string): string {
  return new URL(`/segments/${sha256}.duckdb`, document.baseURI).href;
}

/** Small files have no side index: they are fetched whole. */
async function sideIndexOf(
  sha256: string,
  segments: ReadonlyMap<string, Segment>,
): Promise<FoundIndex> {
  const bytes = segments.get(sha256)?.bytes ?? 0;
  if (bytes < WHOLE_FILE_BYTES) return null;
  return await fetchSideIndex(`/segments/${sha256}.index`, sha256);
}

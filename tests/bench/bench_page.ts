/** Entry of the page in which Chromium runs the subjects of the lookup benchmark. */
import {
  type DatasetView,
  decodeSideIndex,
  type SegmentAccess,
  type SegmentLocation,
  segmentLookup,
} from "@pivotbook/data";
import {
  startWasmEngine,
  type WasmEngine,
} from "../../components/engine/mod.ts";
import { SegmentClient } from "../../components/engine/segment_client.ts";
import { sqliteWork } from "./sqlite_work.ts";
import { duckdbWork, type Work } from "./work.ts";

const at = (path: string): string => new URL(path, location.href).href;
const wasmUrl = at("/assets/duckdb-eh.wasm");
const engineUrl = at("/assets/duckdb-browser-eh.worker.js");
const segmentsUrl = at("/segments/");

/** A segment client that does nothing: DuckDB-WASM then reads over HTTP as it does by itself. */
const noSegments = {
  describe: () => Promise.resolve(),
  prefetch: () => Promise.resolve(),
  traffic: () => Promise.resolve({ bytes: 0, requests: 0 }),
  close: () => {},
} as unknown as SegmentClient;

const engines: Readonly<Record<string, () => Promise<WasmEngine>>> = {
  reader: () => {
    const script = encodeURIComponent(engineUrl);
    const worker = new Worker(`/assets/segment_worker.js?engine=${script}`);
    const segments = new SegmentClient(worker);
    return startWasmEngine({ worker, segments, wasmUrl, segmentsUrl });
  },
  plain: () =>
    startWasmEngine({
      worker: new Worker(engineUrl),
      segments: noSegments,
      wasmUrl,
      segmentsUrl,
    }),
};

let work: Work;

/** What the benchmark asks of the page. */
export const bench = {
  async open(
    subject: string,
    view: DatasetView,
    locations: SegmentLocation[],
  ): Promise<void> {
    const start = engines[subject];
    if (!start) {
      work = await sqliteWork(at("/segments/rows.sqlite"));
      return;
    }
    const engine = await start();
    const access: SegmentAccess = {
      locate: (sha256) =>
        locations.find((one) => one.sha256 === sha256) as SegmentLocation,
      sideIndex: subject === "reader"
        ? fetchIndex
        : () => Promise.resolve(null),
    };
    const source = segmentLookup(engine, access);
    work = duckdbWork({ engine, source, view, access });
  },
  /** Milliseconds and rows of one piece of work. */
  async run<Name extends keyof Work>(
    name: Name,
    ...values: Parameters<Work[Name]>
  ): Promise<{ ms: number; rows: number }> {
    const start = performance.now();
    const rows =
      await (work[name] as (...values: unknown[]) => Promise<number>)(
        ...values,
      );
    return { ms: performance.now() - start, rows };
  },
};

async function fetchIndex(sha256: string) {
  const response = await fetch(`/segments/${sha256}.index`);
  if (!response.ok) return null;
  const bytes = new Uint8Array(await response.arrayBuffer());
  return await decodeSideIndex(bytes, sha256);
}

Object.assign(globalThis, { page: bench });

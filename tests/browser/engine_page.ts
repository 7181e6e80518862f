/** Entry of the page in which Chromium runs the engine for tests and benchmarks. */
import {
  type Column,
  decodeSideIndex,
  type Engine,
  kindNamed,
  type LookupRequest,
  type LookupSource,
  segmentLookup,
  type Table,
} from "@pivotbook/data";
import {
  startWasmEngine,
  type WasmEngine,
} from "../../components/engine/mod.ts";
import { SegmentClient } from "../../components/engine/segment_client.ts";
import type { SegmentLocation } from "@pivotbook/data";

let engine: WasmEngine;
let worker: Worker;
let source: LookupSource;
const located = new Map<string, SegmentLocation>();
const crashes: string[] = [];
const namespaces: Engine[] = [];

function namespace(index: number): Engine {
  const found = namespaces[index];
  if (found === undefined) throw new Error(`No namespace ${index}`);
  return found;
}

/** A lookup as a test can send it to the page. */
export type SentRequest = Omit<LookupRequest, "kind"> & {
  readonly kind: string;
};

/** What a test can ask of the page; errors come as `code: message`. */
export const page = {
  async open(): Promise<string> {
    const at = (path: string): string => new URL(path, location.href).href;
    const script = encodeURIComponent(
      at("/assets/duckdb-browser-eh.worker.js"),
    );
    worker = new Worker(`/assets/segment_worker.js?engine=${script}`);
    engine = await startWasmEngine({
      worker,
      segments: new SegmentClient(worker),
      wasmUrl: at("/assets/duckdb-eh.wasm"),
      segmentsUrl: at("/segments/"),
    });
    engine.onCrash(({ code }) => crashes.push(code));
    source = segmentLookup(engine, {
      locate: (sha256) => located.get(sha256) as SegmentLocation,
      sideIndex: async (sha256) => {
        const response = await fetch(`/indexes/${sha256}`);
        if (!response.ok) return null;
        const bytes = new Uint8Array(await response.arrayBuffer());
        return decodeSideIndex(bytes, sha256);
      },
    });
    return engine.identity.version;
  },
  locate: (segment: SegmentLocation): void =>
    void located.set(segment.sha256, segment),
  query: (sql: string): Promise<Table> => engine.query(sql),
  prepare: (sql: string): Promise<void> => engine.prepare(sql),
  insert: (table: string, columns: Column[]): Promise<void> =>
    engine.insert(table, columns),
  attach: (alias: string, segment: SegmentLocation): Promise<void> =>
    engine.attach(alias, segment),
  /** A kind goes by its name: what it holds of functions cannot be sent. */
  lookup: ({ kind, ...request }: SentRequest, target: string) =>
    source.lookup({ ...request, kind: kindNamed(kind) }, target),
  /** Opens a namespace and gives its number. */
  openNamespace: async (): Promise<number> =>
    namespaces.push(await engine.openNamespace()) - 1,
  queryIn: (index: number, sql: string): Promise<Table> =>
    namespace(index).query(sql),
  prepareIn: (index: number, sql: string): Promise<void> =>
    namespace(index).prepare(sql),
  insertIn: (index: number, table: string, columns: Column[]): Promise<void> =>
    namespace(index).insert(table, columns),
  closeIn: (index: number): Promise<void> => namespace(index).close(),
  traffic: () => engine.traffic(),
  crashes: (): string[] => crashes,
  /** Has the worker go without a word. */
  loseWorker: (): void => worker.terminate(),
  async cancelled(sql: string, milliseconds: number): Promise<string> {
    const signal = AbortSignal.timeout(milliseconds);
    try {
      await engine.query(sql, { signal });
      return "finished";
    } catch (error) {
      return (error as Error).name;
    }
  },
  async fails(sql: string): Promise<string> {
    try {
      await engine.query(sql);
      return "finished";
    } catch (error) {
      const { code, message } = error as Error & { code: string };
      return `${code}: ${message}`;
    }
  },
  close: (): Promise<void> => engine.close(),
};

Object.assign(globalThis, { page });

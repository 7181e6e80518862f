import { AsyncDuckDB, VoidLogger } from "@duckdb/duckdb-wasm";
import { crashedError, queryError } from "./crash.ts";
import type { SegmentClient } from "./segment_client.ts";
import { WasmEngine } from "./wasm_engine.ts";
import { lockdown, NO_AUTOLOAD } from "./wasm_lockdown.ts";

/** What `startWasmEngine` starts the engine in. */
export interface WasmStart {
  readonly worker: Worker;
  readonly segments: SegmentClient;
  readonly wasmUrl: string;
  readonly segmentsUrl: string;
}

/** Starts DuckDB in a worker that runs its script; rejects with a `QueryError` where it cannot. */
export async function startWasmEngine(start: WasmStart): Promise<WasmEngine> {
  const { promise: failed, reject } = Promise.withResolvers<never>();
  const fail = ({ message }: ErrorEvent): void =>
    reject(crashedError(message ?? "its script could not be loaded"));
  start.worker.addEventListener("error", fail);
  try {
    return await Promise.race([locked(start), failed]);
  } catch (error) {
    start.segments.close();
    start.worker.terminate();
    throw queryError(error);
  } finally {
    start.worker.removeEventListener("error", fail);
  }
}

async function locked(start: WasmStart): Promise<WasmEngine> {
  const { worker, segments, wasmUrl, segmentsUrl } = start;
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  await database.instantiate(wasmUrl);
  await database.open({ filesystem });
  const connection = await database.connectInternal();
  const version = await database.getVersion();
  const parts = { worker, database, connection, segments, version };
  const engine = WasmEngine.over(parts);
  await engine.query(`${NO_AUTOLOAD}; ${lockdown(segmentsUrl)}`);
  return engine;
}

/** Files are read by ranges, never whole. */
const filesystem = {
  forceFullHTTPReads: false,
  allowFullHTTPReads: false,
  reliableHeadRequests: true,
};

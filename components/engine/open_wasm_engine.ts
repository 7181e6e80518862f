import { AsyncDuckDB, VoidLogger } from "@duckdb/duckdb-wasm";
import { SegmentClient } from "./segment_client.ts";
import { WasmEngine } from "./wasm_engine.ts";
import { lockdown, NO_AUTOLOAD } from "./wasm_lockdown.ts";

/** Where the files of DuckDB-WASM are. */
export interface WasmBundle {
  /** DuckDB's own worker script. */
  readonly engineUrl: string;
  readonly wasmUrl: string;
}

/** Options of `openWasmEngine`. */
export interface WasmEngineOptions {
  /** Our worker script, bundled from `segment_worker.ts`. */
  readonly workerUrl: string;
  /** The bundle with exception handling, and the one for browsers without. */
  readonly bundles: { readonly eh: WasmBundle; readonly mvp: WasmBundle };
  /** Absolute address below which segments may be attached; ends with a slash. */
  readonly segmentsUrl: string;
}

/** Starts DuckDB-WASM in a worker, locked before it is handed out. */
export async function openWasmEngine(
  options: WasmEngineOptions,
): Promise<WasmEngine> {
  const { engineUrl, wasmUrl } = options.bundles[
    supportsExceptions() ? "eh" : "mvp"
  ];
  const worker = new Worker(
    `${options.workerUrl}?engine=${encodeURIComponent(engineUrl)}`,
  );
  const segments = new SegmentClient(worker);
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  await database.instantiate(wasmUrl);
  await database.open({
    filesystem: {
      forceFullHTTPReads: false,
      allowFullHTTPReads: false,
      reliableHeadRequests: true,
    },
    query: { castTimestampToDate: false },
  });
  const connection = await database.connectInternal();
  const version = await database.getVersion();
  const engine = new WasmEngine({
    worker,
    database,
    connection,
    segments,
    version,
  });
  await engine.query(NO_AUTOLOAD);
  await engine.query(lockdown(options.segmentsUrl));
  return engine;
}

/** A module that throws: valid only where WebAssembly has exceptions. */
const EXCEPTIONS_MODULE = [
  0,
  97,
  115,
  109,
  1,
  0,
  0,
  0,
  1,
  4,
  1,
  96,
  0,
  0,
  3,
  2,
  1,
  0,
  10,
  8,
  1,
  6,
  0,
  6,
  64,
  25,
  11,
  11,
];

function supportsExceptions(): boolean {
  return WebAssembly.validate(new Uint8Array(EXCEPTIONS_MODULE));
}

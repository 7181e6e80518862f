import { supportsExceptions } from "../engine/wasm_exceptions.ts";

/** A worker in which DuckDB is being loaded. */
export interface StartedWorker {
  readonly worker: Worker;
  readonly wasmUrl: string;
  /** Whether it has failed already. */
  failed: boolean;
}

/** Starts the worker that fits the browser. */
export function startWorker(): StartedWorker {
  const bundle = supportsExceptions() ? "eh" : "mvp";
  const wasmUrl = asset(`duckdb-${bundle}.wasm`);
  const engine = asset(`duckdb-browser-${bundle}.worker.js`);
  const names = new URLSearchParams({ engine, wasm: wasmUrl });
  const worker = new Worker(`${asset("engine_worker.js")}?${names}`);
  const started: StartedWorker = { worker, wasmUrl, failed: false };
  worker.addEventListener("error", () => started.failed = true);
  return started;
}

function asset(name: string): string {
  return new URL(`/assets/${name}`, location.href).href;
}

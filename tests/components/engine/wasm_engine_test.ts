import assert from "node:assert/strict";
import type { AsyncDuckDB } from "@duckdb/duckdb-wasm";
import { startWasmEngine, WasmEngine } from "../../../components/engine/mod.ts";
import { SegmentClient } from "../../../components/engine/segment_client.ts";

/** A worker that answers nothing, and takes the ports that are sent to it. */
class SilentWorker extends EventTarget {
  readonly ports: MessagePort[] = [];
  terminated = false;

  postMessage(_message: unknown, sent: unknown): void {
    if (Array.isArray(sent)) this.ports.push(...sent);
  }

  terminate(): void {
    this.terminated = true;
  }

  fail(): void {
    this.dispatchEvent(new ErrorEvent("error", { message: "unreachable" }));
  }
}

/** A worker's port closes when the page's end does; then nothing of it is left. */
function watched(): {
  readonly silent: SilentWorker;
  readonly worker: Worker;
  readonly segments: SegmentClient;
  readonly closed: () => boolean;
} {
  const silent = new SilentWorker();
  const worker = silent as unknown as Worker;
  const segments = new SegmentClient(worker);
  let closed = false;
  const close = segments.close.bind(segments);
  segments.close = () => {
    close();
    silent.ports[0]?.close();
    closed = true;
  };
  return { silent, worker, segments, closed: () => closed };
}

Deno.test("WasmEngine closes the channel to its worker when that crashes", async () => {
  const { silent, worker, segments, closed } = watched();
  const engine = WasmEngine.over({
    worker,
    segments,
    database: {} as AsyncDuckDB,
    connection: 1,
    version: "v1",
  });
  const crashed = new Promise((resolve) => engine.onCrash(resolve));
  silent.fail();
  assert.match(String(await crashed), /unreachable/);
  assert.ok(closed());
  assert.ok(silent.terminated);
  await assert.rejects(engine.traffic(), { code: "engine-lost" });
});

Deno.test("startWasmEngine() closes the channel to a worker that cannot start", async () => {
  const { silent, worker, segments, closed } = watched();
  const start = { worker, segments, wasmUrl: "a.wasm", segmentsUrl: "/" };
  const opened = startWasmEngine(start);
  silent.fail();
  await assert.rejects(opened, { code: "engine-crashed" });
  assert.ok(closed());
  assert.ok(silent.terminated);
});

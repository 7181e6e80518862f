import { openWasmRuntime } from "./wasm_runtime.ts";
import "./app.ts";
import { startPage } from "./start.ts";

// The engine is the slowest to start, so it starts before anything is drawn.
const first = openWasmRuntime();
first.catch(() => {});
let started = false;

startPage(() => {
  if (started) return openWasmRuntime();
  started = true;
  return first;
});

export { openWasmEngine, startWasmEngine } from "./open_wasm_engine.ts";
export type {
  WasmBundle,
  WasmEngineOptions,
  WasmStart,
} from "./open_wasm_engine.ts";
export { WasmEngine } from "./wasm_engine.ts";

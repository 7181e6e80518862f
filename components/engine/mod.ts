export { openWasmEngine } from "./open_wasm_engine.ts";
export type { WasmBundle, WasmEngineOptions } from "./open_wasm_engine.ts";
export { WasmEngine } from "./wasm_engine.ts";

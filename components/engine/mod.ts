export { startWasmEngine } from "./start_wasm_engine.ts";
export type { WasmStart } from "./start_wasm_engine.ts";
export { WasmEngine } from "./wasm_engine.ts";

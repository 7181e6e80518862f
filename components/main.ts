import { openWasmRuntime } from "./wasm_runtime.ts";
import "./app.ts";
import { startPage } from "./start.ts";

startPage(openWasmRuntime);

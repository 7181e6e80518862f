export { openNativeEngine } from "./native.ts";
export type { NativeEngineOptions } from "./native.ts";

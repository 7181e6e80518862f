/** The headless engine, for tests of rooms that know only the interface. */
export { openNativeEngine } from "../../server/engine/mod.ts";

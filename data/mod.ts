export * from "./engine/mod.ts";
export * from "./errors.ts";
export * from "./indicators/mod.ts";
export * from "./kinds/mod.ts";
export * from "./lookup/mod.ts";
export * from "./readers/mod.ts";
export * from "./segments/mod.ts";
export * from "./sql/mod.ts";

export { addressMacros } from "./address.ts";
export { keyMacros } from "./key_macros.ts";
export { identifier, literal, qualified, timestamp } from "./literal.ts";
export { textKey } from "./text_key.ts";

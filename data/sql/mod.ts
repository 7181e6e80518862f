export { addressMacros } from "./address.ts";
export { identifier, literal, qualified, timestamp } from "./literal.ts";

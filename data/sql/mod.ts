export { addressMacros } from "./address.ts";
export { identifier, literal, qualified } from "./literal.ts";

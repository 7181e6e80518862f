export { identifier, literal, qualified, timestamp } from "./literal.ts";

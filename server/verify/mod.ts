export { isSound } from "./report.ts";
export type { Finding, VerifyReport } from "./report.ts";
export { verifyHome } from "./verify_home.ts";

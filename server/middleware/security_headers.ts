import type { MiddlewareHandler } from "hono";

/** What the page may load, and the scripts that stand in it, by their hash. Plots need inline styles, the component library fetches its icons from `data:`. */
export function contentSecurityPolicy(
  scripts: readonly string[] = [],
): string {
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...scripts].join(" "),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self' data:",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Headers on every answer; a worker is governed by the policy that comes with its own script. */
export function securityHeaders(): MiddlewareHandler {
  return async function securityHeaders(c, next) {
    await next();
    if (!c.res.headers.has("content-security-policy")) {
      c.header("content-security-policy", contentSecurityPolicy());
    }
    c.header("x-content-type-options", "nosniff");
    c.header("referrer-policy", "no-referrer");
    c.header("cross-origin-opener-policy", "same-origin");
    c.header("cross-origin-resource-policy", "same-origin");
  };
}

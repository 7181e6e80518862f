import type { MiddlewareHandler } from "hono";

/**
 * Refuses requests that name another host (a name that somebody else points
 * at this address) and changes that another site's page asks for.
 */
export function sameOrigin(hosts: readonly string[] | null): MiddlewareHandler {
  return async function sameOrigin(c, next) {
    const host = c.req.header("host") ?? new URL(c.req.url).host;
    if (hosts !== null && !hosts.includes(host)) {
      return c.json({
        ok: false,
        status: 403,
        where: {},
        code: "wrong-host",
        message: `This server does not answer for ${host}`,
      }, 403);
    }
    const origin = c.req.header("origin");
    if (
      isChange(c.req.method) && origin !== undefined && hostOf(origin) !== host
    ) {
      return c.json({
        ok: false,
        status: 403,
        where: {},
        code: "wrong-origin",
        message: "Another site asked for this change",
      }, 403);
    }
    return await next();
  };
}

function isChange(method: string): boolean {
  return !["GET", "HEAD", "OPTIONS"].includes(method);
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

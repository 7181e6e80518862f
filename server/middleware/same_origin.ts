import type { Context, MiddlewareHandler } from "hono";

/**
 * Refuses requests that name another host (a name that somebody else points
 * at this address) or none, changes that the page of another origin asks for,
 * and whatever the page of another site loads; only a link to a page of ours
 * may be followed from there.
 */
export function sameOrigin(hosts: readonly string[] | null): MiddlewareHandler {
  return async function sameOrigin(c, next) {
    const host = c.req.header("host") ?? "";
    if (host === "" || (hosts !== null && !hosts.includes(host))) {
      return refused(c, {
        code: "wrong-host",
        message: host === ""
          ? "The request names no host"
          : `This server does not answer for ${host}`,
      });
    }
    const origin = c.req.header("origin");
    const isElsewhere = origin !== undefined && origin !== originOf(c, host);
    if (isChange(c) && isElsewhere || isCrossSite(c) && !isFollowedLink(c)) {
      return refused(c, {
        code: "wrong-origin",
        message: isChange(c)
          ? "Another site asked for this change"
          : "Another site asked for this",
      });
    }
    return await next();
  };
}

function refused(
  c: Context,
  { code, message }: { code: string; message: string },
): Response {
  const body = { ok: false, status: 403, where: {}, code, message };
  return c.json(body, 403);
}

/** Scheme, host and port under which the page itself was reached. */
function originOf(c: Context, host: string): string {
  return `${new URL(c.req.url).protocol}//${host}`;
}

function isChange(c: Context): boolean {
  return !["GET", "HEAD", "OPTIONS"].includes(c.req.method);
}

function isCrossSite(c: Context): boolean {
  return c.req.header("sec-fetch-site") === "cross-site";
}

/** A person's step from a page elsewhere, and no frame, script or image of it. */
function isFollowedLink(c: Context): boolean {
  return c.req.method === "GET" &&
    c.req.header("sec-fetch-mode") === "navigate" &&
    c.req.header("sec-fetch-dest") === "document";
}

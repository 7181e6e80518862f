import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import type { FileSource } from "../deps.ts";
import { contentSecurityPolicy } from "../middleware/security_headers.ts";
import { bodyOf } from "./send_file.ts";

/** The page: one document for all its addresses. */
// deno-lint-ignore explicit-module-boundary-types -- the inferred type is the contract of the typed client
export function pages(assets: FileSource) {
  const send = async (c: Context): Promise<Response> => {
    const script = await firstScript(assets);
    const hash = createHash("sha256").update(script).digest("base64");
    return c.html(pageWith(script), 200, {
      "content-security-policy": contentSecurityPolicy([`'sha256-${hash}'`]),
    });
  };
  return new Hono().get("/", send).get("/notebooks/:name", send);
}

/** Stands in the page itself: it starts the engine, which is the slowest to come. */
async function firstScript(assets: FileSource): Promise<string> {
  const file = await assets.open("early.js", []);
  if (file === null) return "";
  return await new Response(bodyOf(file, { start: 0, stop: file.size })).text();
}

function pageWith(script: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Pivotbook</title>
<script>${script}</script>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/main.css">
<script type="module" src="/assets/main.js"></script>
</head>
<body><pivotbook-app></pivotbook-app><noscript>Pivotbook needs JavaScript: it runs its database in the page.</noscript></body>
</html>
`;
}

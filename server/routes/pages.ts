import { Hono } from "hono";
import { contentSecurityPolicy } from "../middleware/security_headers.ts";

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Pivotbook</title>
<script type="module" src="/assets/early.js"></script>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/main.css">
<script type="module" src="/assets/main.js"></script>
</head>
<body><pivotbook-app></pivotbook-app><noscript>Pivotbook needs JavaScript: it runs its database in the page.</noscript></body>
</html>
`;

/** The page: one document for all its addresses. */
// deno-lint-ignore explicit-module-boundary-types -- the inferred type is the contract of the typed client
export function pages() {
  return new Hono()
    .get(
      "/",
      (c) =>
        c.html(page, 200, { "content-security-policy": contentSecurityPolicy }),
    )
    .get(
      "/notebooks/:name",
      (c) =>
        c.html(page, 200, { "content-security-policy": contentSecurityPolicy }),
    );
}

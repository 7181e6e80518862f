import assert from "node:assert/strict";
import plugin from "./layers.ts";

/** File, text, and what is said of it; null for nothing. */
const cases: readonly (readonly [string, string, RegExp | null])[] = [
  ["data/kinds/a.ts", 'import { x } from "../b.ts";', null],
  [
    "data/kinds/a.ts",
    'import { x } from "@pivotbook/cells";',
    /data\/ imports cells\//,
  ],
  [
    "data/a.ts",
    'import type { X } from "../server/app.ts";',
    /data\/ imports server\//,
  ],
  ["cells/a.ts", 'import { x } from "@pivotbook/data";', null],
  ["cells/a.ts", 'import { x } from "../data/kinds/whois.ts";', /use its door/],
  [
    "cells/a.ts",
    'export * from "@pivotbook/components";',
    /cells\/ imports components\//,
  ],
  [
    "cells/a.ts",
    'export { x } from "../components/a.ts";',
    /cells\/ imports components\//,
  ],
  [
    "components/a.ts",
    'const x = import("../server/app.ts");',
    /components\/ imports server\//,
  ],
  ["components/api.ts", 'import type { App } from "../server/app.ts";', null],
  [
    "components/api.ts",
    'import { createApp } from "../server/app.ts";',
    /components\/ imports server\//,
  ],
  [
    "components/other.ts",
    'import type { App } from "../server/app.ts";',
    /components\/ imports server\//,
  ],
  [
    "server/a.ts",
    'import { x } from "@pivotbook/components";',
    /server\/ imports components\//,
  ],
  ["server/a.ts", 'import { Hono } from "hono";', null],
  ["tests/data/a_test.ts", 'import { x } from "../../server/a.ts";', null],
  ["data/a.ts", "export const home = Deno.cwd();", /knows no Deno/],
  ["cells/a.ts", 'export const found = fetch("x");', /fetches nothing/],
  ["server/a.ts", "export const home = Deno.cwd();", null],
];

for (const [file, source, expected] of cases) {
  Deno.test(`layers: ${file} with ${source}`, () => {
    const found = Deno.lint.runPlugin(plugin, file, source).map(({ message }) =>
      message
    );
    if (expected === null) assert.deepEqual(found, []);
    else assert.match(found.join("\n"), expected);
  });
}

import assert from "node:assert/strict";
import { newestFirst } from "../../../components/imports/target.ts";

Deno.test("datasets are offered by the time of their last snapshot", () => {
  const of = (name: string, publishedAt: string | null) =>
    ({ name, publishedAt }) as unknown as Parameters<typeof newestFirst>[0][0];
  assert.deepEqual(
    newestFirst([
      of("old", "2026-01-01T00:00:00Z"),
      of("new", "2026-02-01T00:00:00Z"),
      of("none", null),
    ]),
    ["new", "old", "none"],
  );
});

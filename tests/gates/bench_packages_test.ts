import assert from "node:assert/strict";

/** Packages that only a benchmark compares with. */
const ONLY_COMPARED = ["ioc-extractor"];

Deno.test("no room of the product imports what a benchmark compares it with", async () => {
  const listed = await new Deno.Command("git", {
    args: ["ls-files", "data", "cells", "components", "server"],
  }).output();
  const files = new TextDecoder().decode(listed.stdout).trim().split("\n")
    .filter((file) => /\.(?:ts|json)$/.test(file));
  assert.ok(files.length > 100);
  for (const file of files) {
    const text = await Deno.readTextFile(file);
    for (const name of ONLY_COMPARED) assert.ok(!text.includes(name), file);
  }
});

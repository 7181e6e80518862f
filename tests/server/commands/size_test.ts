import assert from "node:assert/strict";
import { bytesOf } from "../../../server/commands/size.ts";
import { sizeText } from "../../../server/imports/mod.ts";

Deno.test("bytesOf() reads sizes as people and sizeText() write them", () => {
  const sizes: readonly (readonly [string, number])[] = [
    ["4096", 4096],
    ["500MB", 500 * 1024 ** 2],
    ["1.5 GB", 1.5 * 1024 ** 3],
    ["2gib", 2 * 1024 ** 3],
    [sizeText(8 * 1024 ** 3), 8 * 1024 ** 3],
  ];
  for (const [text, bytes] of sizes) {
    assert.equal(bytesOf(text, "--max-upload"), bytes, text);
  }
});

Deno.test("bytesOf() refuses what is no size", () => {
  for (const text of ["", "much", "-1", "0", "1 XB"]) {
    assert.throws(() => bytesOf(text, "--max-upload"), { code: "bad-option" });
  }
});

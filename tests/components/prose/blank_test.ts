import assert from "node:assert/strict";
import {
  BLANK,
  hasBlank,
  rewritten,
  withoutBlank,
} from "../../../components/prose/blank.ts";

Deno.test("a place to write is empty for its writer", () => {
  assert.ok(hasBlank(`${BLANK}\n`));
  assert.equal(withoutBlank(`${BLANK}\n`), "");
  assert.equal(withoutBlank(`\nBefore.\n\n${BLANK}\n`), "Before.");
  assert.equal(withoutBlank("Two &nbsp; words\n"), "Two &nbsp; words");
});

Deno.test("what is written keeps the blank lines around it", () => {
  const raw = `\n${BLANK}\n\n`;
  assert.equal(rewritten(raw, "Found."), "\nFound.\n\n");
  assert.equal(rewritten("\nFound.\n", "Found."), "\nFound.\n");
  assert.equal(rewritten(raw, "\n"), "");
});

import assert from "node:assert/strict";
import { parseNotebook, proseValues } from "@pivotbook/cells";
import { extractIndicators, tryParseIndicator } from "@pivotbook/data";

Deno.test("proseValues() reads runs of backticks in linear time", () => {
  const hostile = "``a " + "````a ".repeat(50_000) + "${seed.summary.names}";
  assert.deepEqual(proseValues(hostile).map(({ cell }) => cell), ["seed"]);
  assert.deepEqual(
    proseValues("`${a.b}` ``${c.d}`` ${e.f}").map(({ cell }) => cell),
    ["e"],
  );
});

Deno.test("parseNotebook() makes a problem of an alias without an anchor", () => {
  const notebook = parseNotebook("---\ntitle: *foo\n---\n\nText\n");
  assert.deepEqual(notebook.problems.map(({ code }) => code), [
    "bad-front-matter",
  ]);
});

Deno.test("indicators are refused or found in texts of any length", () => {
  assert.equal(tryParseIndicator(`a${" ".repeat(160_000)}b`), null);
  const [found] = extractIndicators(`http://example.com${".".repeat(20_000)}`);
  assert.equal(found?.value, "http://example.com");
});

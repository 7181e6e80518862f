import assert from "node:assert/strict";
import { parseNotebook, proseValues } from "@pivotbook/cells";
import { readPlot } from "../../../cells/plots/read_plot.ts";
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

Deno.test("a header that is too large to be one is a problem, and read in linear time", () => {
  const fields = (count: number) =>
    Array.from({ length: count }, (_, index) => `k${index}: 1`).join("\n");
  const headers = [
    fields(40_000),
    fields(201),
    `{${fields(8000).replaceAll("\n", ", ")}}`,
    "[".repeat(60_000),
    "title: a\ntitle: b",
    `title: ${"a".repeat(70_000)}`,
  ];
  for (const header of headers) {
    const { problems, blocks } = parseNotebook(`---\n${header}\n---\n\nText\n`);
    assert.deepEqual(problems.map(({ code }) => code), ["bad-front-matter"]);
    assert.equal(blocks.length, 1);
  }
});

Deno.test("a plot's specification that is too large to be one is refused", () => {
  const [cell] = parseNotebook(
    `\`\`\`plot\n{${"a: 1, ".repeat(10_000)}}\n\`\`\`\n`,
  ).blocks;
  assert(cell?.type === "cell");
  assert.throws(() => readPlot(cell.body), { code: "bad-plot" });
});

import assert from "node:assert/strict";
import { readPlot } from "@pivotbook/cells";
import { titledScales } from "../../../components/plot/kind_titles.ts";

type Format = (value: unknown) => unknown;

Deno.test("a legend of dataset kinds has their titles, other scales stay as they are", () => {
  const spec = readPlot(
    "data: seed.timeline\ncolor: {legend: true}\ny: {grid: true}\nmarks:\n  - line: {x: day, y: active, stroke: kind}",
  );
  const { color, y } = titledScales(spec) as Record<
    string,
    { tickFormat?: Format; legend?: boolean; grid?: boolean }
  >;
  assert.ok(color?.legend);
  assert.equal(color?.tickFormat?.("hostpairs"), "Host pairs");
  assert.equal(color?.tickFormat?.("of my own"), "of my own");
  assert.deepEqual(y, { grid: true });
});

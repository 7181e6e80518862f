import assert from "node:assert/strict";
import type { Output } from "@pivotbook/cells";
import { cellSize } from "../../../components/outline/cell_size.ts";

function input(text: string): Output {
  return { type: "input", input: "daterange", text, rows: 1 } as Output;
}

Deno.test("a date range counts its days, both ends included", () => {
  assert.equal(cellSize(input("2016-10-01..2016-10-31")), "31 d");
  assert.equal(cellSize(input("..")), "");
});

Deno.test("a cell that has not run has no size", () => {
  assert.equal(cellSize(null), "");
});

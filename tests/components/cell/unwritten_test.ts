import assert from "node:assert/strict";
import { unwritten } from "../../../components/cell/unwritten.ts";

Deno.test("a pivot that is new says what to write; one with indicators or a column is written", () => {
  const pivot = { kind: "pivot", raw: "", body: "\n", options: {} };
  assert.match(unwritten(pivot) ?? "", /Write an indicator/);
  assert.equal(unwritten({ ...pivot, body: "192.0.2.1\n" }), null);
  assert.equal(unwritten({ ...pivot, options: { from: "a.b.c" } }), null);
  assert.equal(unwritten({ ...pivot, kind: "sql" }), null);
});

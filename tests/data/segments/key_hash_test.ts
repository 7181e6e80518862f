import assert from "node:assert/strict";
import { keyHash } from "@pivotbook/data";

Deno.test("keyHash() gives the number that DuckDB's md5_number_lower gives", () => {
  assert.equal(keyHash("com.example"), 814753287);
  assert.equal(keyHash(""), 2118318316);
  assert.equal(keyHash("zażółć"), 1760302283);
});

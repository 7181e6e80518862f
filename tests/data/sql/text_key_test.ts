import assert from "node:assert/strict";
import { DuckDBInstance } from "@duckdb/node-api";
import { keyMacros, textKey } from "@pivotbook/data";

Deno.test("textKey() equals text_key() of the engine for every letter and in every company", async () => {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    await connection.run(keyMacros);
    const found = await connection.runAndReadAll(
      `SELECT t, text_key(t) FROM (
        SELECT ' \u03A3' || chr(i::INTEGER) || '  Aa' || chr(i::INTEGER) AS t
        FROM range(1, 131072) r(i) WHERE i NOT BETWEEN 55296 AND 57343)`,
    );
    const different = found.getRows().filter(([text, key]) =>
      textKey(String(text)) !== key
    );
    assert.deepEqual(different.slice(0, 3), []);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
});

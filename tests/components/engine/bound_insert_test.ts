import assert from "node:assert/strict";
import { boundInsert } from "../../../components/engine/bound_insert.ts";

Deno.test("boundInsert() binds every text, row by row", () => {
  assert.deepEqual(
    boundInsert('"t"', [
      { name: "at", type: "TIMESTAMP", values: [1n, null] },
      { name: "text", type: "VARCHAR", values: ["'; --", "\ud800"] },
    ]),
    {
      sql:
        'CREATE OR REPLACE TABLE "t" AS SELECT CAST(make_timestamp(CAST("at" AS BIGINT)) AS TIMESTAMP) AS "at", CAST("text" AS VARCHAR) AS "text" FROM (VALUES (1, CAST(? AS VARCHAR)), (NULL, CAST(? AS VARCHAR))) AS given("at", "text")',
      parameters: ["'; --", "\ufffd"],
    },
  );
});

Deno.test("boundInsert() leaves lists, many values and none to Arrow", () => {
  const column = (type: string, values: readonly string[]) => ({
    name: "a",
    type,
    values,
  });
  assert.equal(boundInsert('"t"', [column("VARCHAR[]", ["a"])]), null);
  assert.equal(boundInsert('"t"', [column("VARCHAR", [])]), null);
  const many = Array.from({ length: 201 }, () => "a");
  assert.equal(boundInsert('"t"', [column("VARCHAR", many)]), null);
});

import assert from "node:assert/strict";
import fc from "fast-check";
import { plainSql, references, type TableReference } from "@pivotbook/cells";
import { InputError } from "@pivotbook/data";
import { openOracle } from "./oracle.ts";
import { query } from "./queries.ts";
import { spaced } from "./spacing.ts";

const corpus = (await Deno.readTextFile(
  new URL("../../fixtures/sql/corpus.sql", import.meta.url),
)).split("\n").filter((line) => line !== "");

/** A reference as `schema.table`, in lower case. */
export function written({ catalog, schema, table }: TableReference): string {
  return [catalog, schema, table].filter((part) => part !== null).join(".")
    .toLowerCase();
}

Deno.test("references() agrees with DuckDB's own parser over the corpus", async () => {
  assert.ok(corpus.length >= 200);
  const oracle = await openOracle();
  const wrong: unknown[] = [];
  const unparsed: string[] = [];
  for (const sql of corpus) {
    const expected = await oracle.tables(sql);
    if (expected === null) unparsed.push(sql);
    const actual = [...new Set(references(sql).map(written))].sort();
    if (expected && expected.join() !== actual.join()) {
      wrong.push({ sql, expected, actual });
    }
  }
  oracle.close();
  assert.deepEqual(wrong, []);
  assert.deepEqual(unparsed, []);
});

Deno.test("references() agrees with DuckDB's own parser over generated queries", async () => {
  const oracle = await openOracle();
  let parsed = 0;
  await fc.assert(
    fc.asyncProperty(query, async (sql) => {
      const expected = await oracle.tables(sql);
      if (expected === null) return;
      parsed += 1;
      const actual = [...new Set(references(sql).map(written))].sort();
      assert.deepEqual(actual, expected);
    }),
    { seed: 13, numRuns: 1500 },
  );
  oracle.close();
  assert.ok(parsed > 1000, `only ${parsed} were parsed`);
});

Deno.test("what is run is read by DuckDB as references() reads it, whatever stands between its tokens", async () => {
  const oracle = await openOracle();
  let parsed = 0;
  await fc.assert(
    fc.asyncProperty(spaced(corpus), async (sql) => {
      const read = referencesOf(sql);
      if (read === null) return;
      const expected = await oracle.tables(plainSql(sql));
      if (expected === null) return;
      parsed += 1;
      assert.deepEqual(read, expected);
    }),
    { seed: 23, numRuns: 4000 },
  );
  oracle.close();
  assert.ok(parsed > 500, `only ${parsed} were parsed`);
});

/** What we say that a query reads; null where it is refused. */
function referencesOf(sql: string): string[] | null {
  try {
    return [...new Set(references(sql).map(written))].sort();
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

Deno.test("references() refuses a common table that is named by a text", () => {
  for (
    const sql of [
      "with 'a' as (from x) from a",
      "with 'a'\n'b' as (from x) from a",
    ]
  ) {
    assert.throws(() => references(sql), { code: "sql-text-name" });
  }
});

Deno.test("references() gives where a name stands", () => {
  const sql = 'select 1\nfrom Seed."Resolutions" r';
  assert.deepEqual(references(sql), [
    { catalog: null, schema: "seed", table: "Resolutions", start: 14 },
  ]);
});

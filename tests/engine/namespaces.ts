import assert from "node:assert/strict";
import type { Column, Engine, Value } from "@pivotbook/data";

/** What of an engine a test can reach, in Chromium too. */
export type Namespace = Pick<Engine, "query" | "insert" | "prepare" | "close">;

const valuesOf = async (from: Namespace, sql: string): Promise<Value[]> => {
  const { columns } = await from.query(sql);
  return [...columns[0]?.values ?? []];
};

const texts = (...values: Value[]): Column[] => [
  { name: "v", type: "VARCHAR", values },
];

/** Tables, schemas, macros and inserted rows of namespaces that are open at the same time do not meet; what was closed is unknown to the next. */
export async function assertNamespacesApart(
  open: () => Promise<Namespace>,
): Promise<void> {
  const [left, right] = [await open(), await open()];
  const many = Array.from({ length: 3000 }, (_, i) => `text ${i}`);
  for (const [side, word] of [[left, "left"], [right, "right"]] as const) {
    await side.query(
      `CREATE TABLE same AS SELECT '${word}' AS v; CREATE SCHEMA seed; CREATE TABLE seed.resolutions AS SELECT '${word}' AS v; CREATE OR REPLACE MACRO side() AS '${word}'`,
    );
    await side.insert('"few"', texts(word));
    await side.insert('"seed"."many"', texts(word, ...many));
    await side.insert('"none"', texts());
  }
  for (const [side, word] of [[left, "left"], [right, "right"]] as const) {
    for (const table of ["same", "main.same", "seed.resolutions", "few"]) {
      assert.deepEqual(await valuesOf(side, `FROM ${table}`), [word], table);
    }
    assert.deepEqual(await valuesOf(side, "SELECT side()"), [word]);
    assert.deepEqual(
      await valuesOf(side, "SELECT v FROM seed.many WHERE v NOT LIKE 'text%'"),
      [word],
    );
    await side.prepare("CREATE OR REPLACE TABLE x AS (\nFROM seed.many\n)");
  }
  await left.close();
  await left.close();
  await assert.rejects(left.query("SELECT 1"), /closed/);
  assert.deepEqual(await valuesOf(right, "FROM same"), ["right"]);
  const next = await open();
  for (const table of ["same", "seed.resolutions", "few", "seed.many"]) {
    await assert.rejects(next.query(`FROM ${table}`), /does not exist/, table);
  }
  await assert.rejects(next.query("SELECT side()"), /side/);
  const catalogs = await valuesOf(
    next,
    "SELECT database_name FROM duckdb_databases() WHERE NOT internal ORDER BY 1",
  );
  assert.equal(catalogs.length, 3, "the closed one is gone");
  await Promise.all([right.close(), next.close()]);
}

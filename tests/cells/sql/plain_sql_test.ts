import assert from "node:assert/strict";
import { DuckDBInstance } from "@duckdb/node-api";
import { plainSql } from "@pivotbook/cells";

const cases: readonly (readonly [string, string])[] = [
  ["select\u00a01 -- it's\nfrom\u2060x", "select 1        \nfrom x"],
  ["a/* it's\n \" */b", "a       \n     b"],
  ["select $$it's$$, $a$\"$a$", "select 'it''s', '\"'"],
  ["select E'it\\'s \\\\'", "select E'it''s \\\\'"],
  ["select '\u00a0--' \"\u00a0/*\"", "select '\u00a0--' \"\u00a0/*\""],
  ["a\r\nb\tc", "a\r\nb c"],
];

for (const [sql, plain] of cases) {
  Deno.test(`plainSql() writes ${JSON.stringify(sql)} plainly`, () => {
    assert.equal(plainSql(sql), plain);
    assert.equal(plainSql(plain), plain);
  });
}

Deno.test("plainSql() gives the values that the query gives", async () => {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const values = async (sql: string) =>
    (await connection.runAndReadAll(sql)).getRows();
  const queries = [
    "select 'it''s', E'it\\'s\\n\\\\', E'a''b', $$it's$$, $a$ $$ -- $a$, '\u00a0', \"x\u2000y\" from (select 1 as \"x\u2000y\")",
    "select 1 -- it's\n+/* \" */2, 'a'\n'b', 1e-3, 0x1F, 1_000, [1, 2][1], {'a': 1}.a",
    "select a.b.c from (select {'b': {'c': 5}} as a), (select 1 as \"q\"\"q\")",
    "select E'\\x62', 'x' || $é$é'$é$",
  ];
  for (const sql of queries) {
    assert.deepEqual(await values(plainSql(sql)), await values(sql), sql);
  }
  connection.closeSync();
  instance.closeSync();
});

Deno.test("a query in which DuckDB would not see a space reads what its references say", async () => {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run("create table x as select 1 as a");
  const sql = "select a /* it's */ from\u00a0x";
  await assert.rejects(connection.run(sql));
  const reader = await connection.runAndReadAll(plainSql(sql));
  assert.deepEqual(reader.getRows(), [[1]]);
  connection.closeSync();
  instance.closeSync();
});

import assert from "node:assert/strict";
import { openTestNotebook } from "../session/test_notebook.ts";

function sqlCell(body: string): string {
  return `\`\`\`sql t\n${body}\n\`\`\`\n`;
}

const good: readonly [string, number][] = [
  ["select 1 as a union all select 2", 2],
  ["select 1 as a;", 1],
  ["select 1 as a ; -- done", 1],
  ["select 1 as a -- a comment", 1],
  ["-- a comment\nselect 1 as a /* and ; one */", 1],
  ["from range(3)", 3],
  ["values (1), (2)", 2],
  ["with a as (select 1 as b) from a", 1],
  ["summarize select 1 as a, 2 as b", 2],
  ["describe select 1 as a", 1],
  ["select ';' as a", 1],
  ["from (select 1 as set, 2 as load)", 1],
  ["pivot (select 1 as a, 2 as b) on a in (1) using sum(b)", 1],
];

for (const [body, rows] of good) {
  Deno.test(`sql runs ${body}`, async () => {
    const notebook = await openTestNotebook(sqlCell(body));
    const { output, error } = notebook.cell("t");
    assert.equal(error, null);
    assert.equal(output?.type === "table" && output.rows, rows);
    await notebook.close();
  });
}

const bad: readonly [string, string, number | undefined][] = [
  ["", "empty-query", 1],
  ["-- nothing", "empty-query", 1],
  ["drop table x", "sql-statement", 1],
  ["select 1; drop table x", "several-queries", 1],
  ["select 1) ; drop table x; --", "several-queries", 1],
  ["select 1 /* open", "sql-unterminated", 1],
  ["attach ':memory:' as x", "sql-statement", 1],
  ["copy (select 1) to '/tmp/x'", "sql-statement", 1],
  ["set threads = 1", "sql-statement", 1],
  ["pragma version", "sql-statement", 1],
  ["explain select 1", "sql-statement", 1],
  ["-- mine\ninstall json; select 1", "sql-statement", 2],
  ["selct 1", "query-failed", 1],
  ["select 1\nfrom 'x.csv'", "sql-file", 2],
  ["select 1\nfrom read_csv('x')", "sql-table-function", 2],
  ["from query_table('x')", "sql-table-function", 1],
  ["from glob('*')", "sql-table-function", 1],
  [
    "select\njson_extract(a, b) from (values (1, 2)) v(a, b)",
    "sql-refused-function",
    2,
  ],
  ["select a ->> 'b' from (select '{}' as a)", "sql-refused-function", 1],
  ["select current_date", "sql-not-repeatable", 1],
  [
    "select a at time zone 'UTC' from (select 1 as a)",
    "sql-refused-function",
    1,
  ],
  ["select *\nfrom information_schema.tables", "sql-not-repeatable", 2],
  ["show tables", "sql-not-repeatable", 1],
  ["select 'a' collate de", "sql-refused-function", 1],
  ["from nowhere", "unknown-name", undefined],
  ["from t", "cycle", undefined],
  ["select 1\n,,\n2", "query-failed", 2],
  ["select 1 as a,\n  nothing\nfrom range(1)", "query-failed", 2],
];

for (const [body, code, line] of bad) {
  Deno.test(`sql refuses ${JSON.stringify(body)}`, async () => {
    const notebook = await openTestNotebook(sqlCell(body));
    const { status, error } = notebook.cell("t");
    assert.equal(status, "error");
    assert.equal(error?.code, code, error?.message);
    if (line !== undefined) {
      assert.equal(error?.where.line, line, error?.message);
    }
    await notebook.close();
  });
}

Deno.test("sql says that a pivot is no table", async () => {
  const notebook = await openTestNotebook(
    "```pivot seed\n192.0.2.1\n```\n" + sqlCell("select *\nfrom seed"),
  );
  assert.equal(notebook.cell("t").error?.code, "pivot-as-table");
  assert.equal(notebook.cell("t").error?.where.line, 2);
  await notebook.close();
});

Deno.test("sql without a name gets a table of its own", async () => {
  const notebook = await openTestNotebook("```sql\nfrom range(3)\n```\n");
  const [cell] = Object.values(notebook.session.state.cells);
  assert.equal(cell?.output?.type, "table");
  const table = cell.output.type === "table" ? cell.output.table : "";
  assert.equal((await notebook.rows(`from ${table}`)).length, 3);
  await notebook.close();
});

const instead: readonly (readonly [string, RegExp, RegExp])[] = [
  ["COPY (select 1) to 'x'", /COPY is none/, /as CSV/],
  ["attach 'x.db'", /one query, and ATTACH/, /into a dataset/],
  ["pragma version", /PRAGMA/, /same settings/],
  ["set threads = 1", /SET/, /same settings/],
  ["install httpfs", /INSTALL/, /every engine/],
  ["create table a as select 1", /CREATE/, /a table of the cell's name/],
  ["explain select 1", /EXPLAIN/, /Begin with select/],
];

for (const [body, message, remedy] of instead) {
  Deno.test(`sql says what to write instead of ${body}`, async () => {
    const notebook = await openTestNotebook(sqlCell(body));
    const { error } = notebook.cell("t");
    assert.match(error?.message ?? "", message);
    assert.match(error?.remedy ?? "", remedy);
    await notebook.close();
  });
}

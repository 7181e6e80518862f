import assert from "node:assert/strict";
import { columnOf, rowsOf } from "@pivotbook/data";
import fc from "fast-check";
import { openNativeEngine } from "../../fakes/native_engine.ts";
import { formatValue } from "../../../components/format.ts";
import { cellIndicator } from "../../../components/grid/cell_indicator.ts";
import { shown } from "../../../components/indicator/indicator_text.ts";
import { tableGridColumns } from "../../../components/grid/source.ts";
import {
  countSql,
  type GridView,
  isNarrowed,
  nextSort,
  pageSql,
  plainView,
} from "../../../components/grid/view.ts";

const texts = ["a%b", "a_b", "A'B", "x\\y", "192.0.2.7", "", "axb"];
const source = {
  key: "t",
  table: '"t"',
  inside: null,
  rows: texts.length,
  columns: tableGridColumns([{ name: "word", type: "VARCHAR" }, {
    name: "n",
    type: "BIGINT",
  }]),
  kind: null,
  seed: null,
  fresh: null,
};

Deno.test("a view filters as a reader expects, whatever is typed", async () => {
  const engine = await openNativeEngine();
  await engine.insert('"t"', [
    { name: "word", type: "VARCHAR", values: texts },
    {
      name: "n",
      type: "BIGINT",
      values: texts.map((_, index) => BigInt(index)),
    },
  ]);
  const filter = fc.oneof(
    fc.constantFrom(...texts),
    fc.string({ maxLength: 3 }),
  );
  await fc.assert(
    fc.asyncProperty(filter, async (filter) => {
      const view: GridView = { ...plainView, filter };
      const counted = await engine.query(countSql(source, view));
      const typed = filter.trim().toLowerCase();
      const expected = texts.filter((text, index) =>
        text.toLowerCase().includes(typed) || String(index).includes(typed)
      );
      assert.equal(columnOf(counted, "n")?.values[0], expected.length);
    }),
    { seed: 11, numRuns: 80, examples: [["%"], ["_"], ["'"], ["\\"]] },
  );
  await engine.close();
});

Deno.test("a filter finds each value as the grid shows it", async () => {
  const engine = await openNativeEngine();
  await engine.query(`CREATE TABLE "t" AS SELECT * FROM (VALUES
    ('http://evil.example:8080/a?b=1', 1234567, 0.5, TIMESTAMP '2024-02-03 04:05:06.25', ['a.example', 'b, c'], true),
    ('2001:db8::7', -7, 1e300, TIMESTAMP '2016-10-07', [], false),
    ('a@mail.example', 1, 'nan', NULL, NULL, NULL),
    ('192.0.2.7', 1000, -0.25, TIMESTAMP '9999-12-31', ['x'], false)
  ) AS v(word, n, d, seen, list, yes)`);
  const described = rowsOf(await engine.query('DESCRIBE "t"'));
  const columns = tableGridColumns(described.map((row) => ({
    name: String(row["column_name"]),
    type: String(row["column_type"]),
  })));
  const rows = rowsOf(await engine.query('FROM "t"'));
  for (const row of rows) {
    for (const column of columns) {
      const indicator = cellIndicator(row, column);
      const shownText = indicator
        ? shown(indicator)
        : formatValue(row[column.name] ?? null, column.type);
      const view = { ...plainView, filter: shownText };
      const page = { offset: 0, limit: 9 };
      const found = rowsOf(
        await engine.query(pageSql({ ...source, columns }, view, page)),
      );
      assert(found.some(({ word }) => word === row["word"]), shownText);
    }
  }
  await engine.close();
});

Deno.test("a page comes in the view's order", async () => {
  const engine = await openNativeEngine();
  await engine.insert('"t"', [
    { name: "word", type: "VARCHAR", values: texts },
    {
      name: "n",
      type: "BIGINT",
      values: texts.map((_, index) => BigInt(index)),
    },
  ]);
  const view = { ...plainView, sort: { column: "n", descending: true } };
  const page = await engine.query(
    pageSql(source, view, { offset: 1, limit: 2 }),
  );
  assert.deepEqual(columnOf(page, "n")?.values, [5n, 4n]);
  const chosen = { ...plainView, chosen: { word: ["A'B", "axb"] } };
  const some = await engine.query(
    pageSql(source, chosen, { offset: 0, limit: 9 }),
  );
  assert.deepEqual(columnOf(some, "word")?.values, ["A'B", "axb"]);
  await engine.close();
});

Deno.test("nextSort() goes one way, the other way, and back", () => {
  const name = { name: "n", type: "BIGINT" };
  const first = nextSort(null, name);
  const second = nextSort(first, name);
  assert.deepEqual(first, { column: "n", descending: true });
  assert.deepEqual(second, { column: "n", descending: false });
  assert.equal(nextSort(second, name), null);
  assert(!nextSort(null, { name: "word", type: "VARCHAR" })?.descending);
});

Deno.test("isNarrowed() knows a filter from an order", () => {
  const sort = { column: "n", descending: true };
  assert(!isNarrowed({ ...plainView, sort }));
  assert(isNarrowed({ ...plainView, filter: "x" }));
});

import assert from "node:assert/strict";
import type { Engine, Row, Value } from "@pivotbook/data";
import { identifier, rowsOf } from "@pivotbook/data";
import fc from "fast-check";
import { GridRows } from "../../components/grid/rows.ts";
import {
  type GridSource,
  tableGridColumns,
} from "../../components/grid/source.ts";
import {
  type GridView,
  hasPlaces,
  whereSql,
} from "../../components/grid/view.ts";

/** A column of a random table: its type, and SQL that makes few values, so that there are ties, from the hash `h`. */
interface TypeCase {
  readonly type: string;
  readonly sql: string;
}

const types: readonly TypeCase[] = [
  { type: "VARCHAR", sql: "['b', 'a', '', 'hxxp', '192.0.2.7'][h % 5 + 1]" },
  { type: "INTEGER", sql: "(h % 4)::INTEGER - 1" },
  { type: "BIGINT", sql: "(h % 3)::BIGINT * 1234567" },
  { type: "HUGEINT", sql: "(h % 3)::HUGEINT * 170141183460469231731" },
  {
    type: "DOUBLE",
    sql: "['nan', '-0', '0.5', 'inf', '0'][h % 5 + 1]::DOUBLE",
  },
  { type: "DECIMAL(18,3)", sql: "(h % 3)::DECIMAL(18,3)" },
  { type: "BOOLEAN", sql: "h % 2 = 0" },
  { type: "DATE", sql: "DATE '2020-01-01' + (h % 3)::INTEGER" },
  {
    type: "TIMESTAMP",
    sql: "TIMESTAMP '2020-01-01 00:00:00.5' + to_days((h % 3)::INTEGER)",
  },
  { type: "VARCHAR[]", sql: "[['a', 'b'], ['b'], []][h % 3 + 1]::VARCHAR[]" },
  { type: "STRUCT(a INTEGER)", sql: "{'a': (h % 3)::INTEGER}" },
  {
    type: "UUID",
    sql: "('00000000-0000-0000-0000-00000000000' || h % 3)::UUID",
  },
  { type: "BLOB", sql: "('x' || h % 3)::BLOB" },
  { type: "INTERVAL", sql: "to_days((h % 3)::INTEGER)" },
  { type: "TIME", sql: "TIME '01:02:03' + to_minutes((h % 3)::BIGINT)" },
  { type: "UBIGINT", sql: "(h % 3)::UBIGINT" },
];

/** What is tried: a table, rows of it that a view would leave, and how they are looked at. */
interface GridCase {
  readonly rows: number;
  readonly columns: readonly number[];
  readonly inside: string | null;
  readonly sort:
    | { readonly column: number; readonly descending: boolean }
    | null;
  readonly filter: string;
  readonly chosen: boolean;
  readonly isLarge: boolean;
  /** Whether a column of the reader's is called `rowid`. */
  readonly hidesPlaces: boolean;
}

const gridCase: fc.Arbitrary<GridCase> = fc.record({
  rows: fc.constantFrom(0, 1, 199, 200, 201, 650),
  columns: fc.uniqueArray(fc.nat(types.length - 1), {
    minLength: 1,
    maxLength: 5,
  }),
  inside: fc.constantFrom(
    null,
    "c0 IS NOT NULL",
    "rowid IN (SELECT rowid FROM grid_case ORDER BY rowid LIMIT 210)",
  ),
  sort: fc.option(
    fc.record({ column: fc.nat(4), descending: fc.boolean() }),
    { freq: 1 },
  ),
  filter: fc.constantFrom(
    "",
    "",
    "a",
    "192[.]0",
    "2020-01-02",
    "1,234,567",
    "0",
  ),
  chosen: fc.boolean(),
  isLarge: fc.boolean(),
  hidesPlaces: fc.boolean(),
});

/** Many rows with ties, which the engine itself brings into another order for each page. */
const MANY: GridCase = {
  rows: 12_000,
  columns: [1, 0],
  inside: null,
  sort: { column: 0, descending: true },
  filter: "",
  chosen: false,
  isLarge: false,
  hidesPlaces: false,
};
const examples: [GridCase][] = [
  [MANY],
  [{ ...MANY, inside: "c0 IS NOT NULL" }],
  [{ ...MANY, inside: "c0 IS NOT NULL", isLarge: true }],
  [{ ...MANY, sort: null, isLarge: true, filter: "a" }],
  [{ ...MANY, rows: 2000, hidesPlaces: true }],
];

/**
 * All pages of a grid together are exactly the rows that one query gives, each
 * once, in one order, whatever the types, ties, sort, filter and chosen values.
 */
export async function checkGridRows(
  engine: Engine,
  options: { readonly seed: number; readonly numRuns: number },
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(gridCase, async (one) => {
      const { source, view } = await prepare(engine, one);
      const large = one.isLarge ? 1 : 1_000_000;
      const shown = await readAll(engine, { source, view, large });
      const where = whereSql(source, view);
      const placed = hasPlaces(source) ? " ORDER BY rowid" : "";
      const expected = rowsOf(
        await engine.query(`SELECT * FROM ${source.table}${where}${placed}`),
      );
      assert.deepEqual(shown.map(textOf).sort(), expected.map(textOf).sort());
      if (view.sort === null && placed !== "") {
        assert.deepEqual(shown.map(textOf), expected.map(textOf));
      }
      const again = await readAll(engine, { source, view, large });
      assert.deepEqual(again.map(textOf), shown.map(textOf));
      await checkSorted(engine, { shown, source, view });
    }),
    { ...options, examples },
  );
}

async function prepare(
  engine: Engine,
  { rows, columns, inside, sort, filter, chosen, hidesPlaces }: GridCase,
): Promise<{ source: GridSource; view: GridView }> {
  const cases = columns.flatMap((place) => types[place] ?? []);
  const own = hidesPlaces && inside?.includes("rowid") !== true;
  const last = cases.length - 1;
  const names = cases.map((_, place) =>
    own && place === last && place > 0 ? "rowId" : `c${place}`
  );
  const selected = cases.map(({ sql }, place) =>
    `CASE WHEN h % 7 = ${place} THEN NULL ELSE ${sql} END AS ${
      identifier(names[place] ?? "")
    }`
  );
  await engine.query(
    `CREATE OR REPLACE TABLE grid_case AS SELECT ${selected.join(", ")}, i AS n
    FROM (SELECT i, (hash(i // 3) % 1000003)::BIGINT AS h FROM range(${rows}) AS r(i))`,
  );
  const described = rowsOf(await engine.query("DESCRIBE grid_case"));
  const source: GridSource = {
    key: "grid_case",
    table: "grid_case",
    inside,
    rows: await count(engine, inside),
    columns: tableGridColumns(described.map((row) => ({
      name: String(row["column_name"]),
      type: String(row["column_type"]),
    }))),
    kind: null,
    seed: null,
    fresh: null,
  };
  const column = names[(sort?.column ?? 0) % names.length] ?? "c0";
  return {
    source,
    view: {
      sort: sort && { column, descending: sort.descending },
      filter,
      chosen: chosen && cases[0]?.type === "VARCHAR"
        ? { [names[0] ?? ""]: ["a", "b"] }
        : {},
    },
  };
}

async function count(engine: Engine, inside: string | null): Promise<number> {
  const where = inside === null ? "" : ` WHERE ${inside}`;
  const { columns } = await engine.query(
    `SELECT count(*)::INTEGER FROM grid_case${where}`,
  );
  return Number(columns[0]?.values[0]);
}

/** Every row of a grid, page by page, the last first. */
async function readAll(
  engine: Engine,
  options: { source: GridSource; view: GridView; large: number },
): Promise<Row[]> {
  let arrived = (): void => {};
  const rows = new GridRows({ engine, ...options, changed: () => arrived() });
  const settled = (isThere: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      arrived = () => rows.error !== null || isThere() ? resolve() : undefined;
      arrived();
    });
  await settled(() => rows.total !== null);
  const total = rows.total ?? 0;
  const shown: Row[] = [];
  for (let index = total - 1; index >= 0; index--) {
    await settled(() => rows.at(index) !== null);
    if (rows.error !== null) throw rows.error;
    shown.unshift(rows.at(index) ?? {});
  }
  if (rows.error !== null) throw rows.error;
  await rows.close();
  return shown;
}

/** The engine's own order of the sorted column, over the rows as they were shown. */
async function checkSorted(
  engine: Engine,
  { shown, source, view }: { shown: Row[]; source: GridSource; view: GridView },
): Promise<void> {
  if (view.sort === null) return;
  const { column, descending } = view.sort;
  const { columns } = await engine.query(
    `SELECT ${identifier(column)} AS v FROM ${source.table}${
      whereSql(source, view)
    } ORDER BY v ${descending ? "DESC" : "ASC"} NULLS LAST`,
  );
  assert.deepEqual(
    shown.map((row) => valueText(row[column] ?? null)),
    columns[0]?.values.map(valueText),
  );
}

function textOf(row: Row): string {
  return Object.values(row).map(valueText).join("|");
}

function valueText(value: Value): string {
  if (Object.is(value, -0)) return "-0";
  return JSON.stringify(
    typeof value === "number" ? String(value) : value,
    (_, part) => typeof part === "bigint" ? `${part}n` : part,
  );
}

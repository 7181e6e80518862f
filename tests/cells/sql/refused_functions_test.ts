import assert from "node:assert/strict";
import { checkFunctions, references, tokenize } from "@pivotbook/cells";
import { rowsOf } from "@pivotbook/data";
import { openNativeEngine } from "../../fakes/native_engine.ts";

function refuses(sql: string): boolean {
  try {
    checkFunctions(sql, tokenize(sql));
    return false;
  } catch {
    return true;
  }
}

Deno.test("checkFunctions() refuses the type JSON, which one engine has", () => {
  for (
    const sql of [
      "select a::json from x",
      "select json '{}'",
      'select a::"JSON" from x',
    ]
  ) {
    assert.throws(() => checkFunctions(sql, tokenize(sql)), {
      code: "sql-refused-function",
    }, sql);
  }
  for (const sql of ["select a as json from x", "select json from x"]) {
    checkFunctions(sql, tokenize(sql));
  }
});

Deno.test("checkFunctions() refuses what only the native engine knows", () => {
  const refused = [
    "select json_extract(a, '$.b') from t",
    "select TO_JSON(a) from t",
    'select "to_json"(a) from t',
    "select a.json_extract('$.b') from t",
    "select today()",
    "select current_date",
    "from read_parquet('x')",
    "select a ->> 'b'",
    "select a at time zone 'UTC'",
    "select a collate de_at",
  ];
  assert.deepEqual(refused.filter((sql) => !refuses(sql)), []);
});

Deno.test("checkFunctions() leaves names, texts and comments alone", () => {
  const allowed = [
    "select json, today, t.current_date, 1 as current_date from t",
    "select 'json_extract(a)' -- to_json(a)",
    "select list_filter(a, lambda x: x > 1), a collate nocase",
    "select date_trunc('day', a), age(a, (select b)), error('x')",
    "select random, uuid, version, user, age from t",
    "from t join sample using (sample)",
    "from t using sample reservoir(5 rows) repeatable (4)",
    "from t using sample 10% (bernoulli, 377)",
    "from t tablesample bernoulli(10%) repeatable (4), u",
  ];
  assert.deepEqual(allowed.filter(refuses), []);
});

Deno.test("checkFunctions() refuses every function of the json, icu and parquet families", async () => {
  const engine = await openNativeEngine();
  const table = await engine.query(
    "select distinct function_name as name from duckdb_functions() where regexp_matches(function_name, '^(icu_|json_|parquet_|read_json|read_parquet|read_ndjson)|_json$|^json$|^today$')",
  );
  await engine.close();
  const names = rowsOf(table).map((row) => String(row["name"]));
  assert.ok(names.length > 50);
  assert.deepEqual(
    names.filter((name) => !refuses(`select ${name}(1)`)),
    [],
  );
});

Deno.test("checkFunctions() refuses every function that no run can repeat", async () => {
  const engine = await openNativeEngine();
  const table = await engine.query(
    "select distinct function_name as name from duckdb_functions() where stability in ('VOLATILE', 'CONSISTENT_WITHIN_QUERY')",
  );
  await engine.close();
  const names = rowsOf(table).map((row) => String(row["name"]));
  assert.ok(names.length > 20);
  assert.deepEqual(names.filter((name) => !refuses(`select ${name}()`)), [
    "error",
  ]);
});

Deno.test("checkFunctions() refuses what reads the clock or chance without saying so", () => {
  const refused = [
    "select current_timestamp",
    "select Current_Date - 1",
    "select localtime, 1",
    "select localtimestamp",
    "select system.random()",
    'select "now"()',
    "select age(a)",
    "select age((a, b))",
    "select version()",
    "select current_schema",
    "from t using sample 10%",
    "from t using sample 10% (bernoulli)",
    "from t tablesample reservoir(20 rows), u",
    "select a from t tablesample 10 rows where b in (select repeatable (1))",
  ];
  assert.deepEqual(refused.filter((sql) => !refuses(sql)), []);
});

Deno.test("checkFunctions() says why and what to do instead", () => {
  const sql = "select 1,\n  now()";
  assert.throws(() => checkFunctions(sql, tokenize(sql)), {
    code: "sql-not-repeatable",
    message: "The function now() reads the clock",
    where: { line: 2 },
    remedy: /type=daterange/,
  });
});

Deno.test("references() refuses what tells the state of the engine", () => {
  const refused = [
    "show tables",
    "show all tables",
    "from (show databases)",
    "show variables",
    "show;",
    "describe",
    "from (desc)",
    "from duckdb_settings()",
    "from duckdb_functions()",
    "from pragma_version()",
    "from pragma_table_info('t')",
    "from duckdb_tables",
    "from main.sqlite_master",
    "from information_schema.tables",
    "from memory.pg_catalog.pg_class",
    "from pragma_database_list",
  ];
  const taken = refused.filter((sql) => {
    try {
      return references(sql);
    } catch {
      return false;
    }
  });
  assert.deepEqual(taken, []);
  assert.equal(references("show spikes")[0]?.table, "spikes");
  assert.equal(references("describe spikes")[0]?.table, "spikes");
});

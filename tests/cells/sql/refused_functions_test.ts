import assert from "node:assert/strict";
import { checkFunctions, tokenize } from "@pivotbook/cells";
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
    "select now(), date_trunc('day', a)",
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

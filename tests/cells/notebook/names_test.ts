import assert from "node:assert/strict";
import { openNativeEngine } from "../../fakes/native_engine.ts";
import { rowsOf } from "@pivotbook/data";
import { proposeName, refuseName, RESERVED_WORDS } from "@pivotbook/cells";

Deno.test("refuseName() takes plain identifiers", () => {
  for (const name of ["seed", "Lure_2", "_x", "name", "year"]) {
    assert.equal(refuseName(name, ["knf"]), null, name);
  }
});

Deno.test("refuseName() says why and proposes another", () => {
  const cases: readonly [string, RegExp, string][] = [
    ["window", /reserved word/, "window_2"],
    ["PIVOT", /reserved word/, "pivot_2"],
    ["knf", /dataset/, "knf_2"],
    ["1st", /letters/, "of_1st"],
    ["a-b", /letters/, "a_b"],
    ["main", /engine/, "main_2"],
    ["seed__all", /engine/, "seed_all"],
  ];
  for (const [name, reason, proposal] of cases) {
    const refusal = refuseName(name, ["knf"]);
    assert.match(refusal?.reason ?? "", reason);
    assert.equal(refusal?.proposal, proposal);
  }
});

Deno.test("proposeName() makes a free name of any text", () => {
  assert.equal(proposeName("sap.misapor.ch", []), "sap_misapor_ch");
  assert.equal(proposeName("192.0.2.1", []), "of_192_0_2_1");
  assert.equal(proposeName("192.0.2.1", ["of_192_0_2_1"]), "of_192_0_2_1_2");
  assert.equal(proposeName("…", []), "cell_1");
});

Deno.test("RESERVED_WORDS holds every keyword that DuckDB reserves", async () => {
  const engine = await openNativeEngine();
  const table = await engine.query(
    "select keyword_name from duckdb_keywords() where keyword_category = 'reserved'",
  );
  await engine.close();
  const missing = rowsOf(table).map((row) => String(row["keyword_name"]))
    .filter((word) => !RESERVED_WORDS.has(word));
  assert.deepEqual(missing, []);
});

import assert from "node:assert/strict";
import { openNativeEngine } from "../../../server/engine/mod.ts";
import { engineCases } from "../../engine/cases.ts";
import { assertNamespacesApart } from "../../engine/namespaces.ts";
import { boundColumns, insertedColumns } from "../../engine/inserted.ts";

Deno.test("native engine gives the rows of all engine cases", async () => {
  const engine = await openNativeEngine();
  try {
    for (const { sql, expected } of engineCases) {
      assert.deepEqual(await engine.query(sql), expected, sql);
    }
  } finally {
    await engine.close();
  }
});

Deno.test("native engine gives inserted columns back", async () => {
  const engine = await openNativeEngine();
  try {
    await engine.insert('"bound"', boundColumns);
    assert.deepEqual(
      (await engine.query('FROM "bound"')).columns,
      boundColumns,
    );
    await engine.insert('"back"', insertedColumns);
    const { columns } = await engine.query('FROM "back"');
    assert.deepEqual(columns, insertedColumns);
    const empty = insertedColumns.map((column) => ({ ...column, values: [] }));
    await engine.insert('"back"', empty);
    assert.equal((await engine.query('FROM "back"')).rows, 0);
  } finally {
    await engine.close();
  }
});

Deno.test("native engine keeps namespaces apart", async () => {
  const engine = await openNativeEngine();
  try {
    await assertNamespacesApart(() => engine.openNamespace());
  } finally {
    await engine.close();
  }
});

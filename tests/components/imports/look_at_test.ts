import assert from "node:assert/strict";
import { parseNotebook, references } from "@pivotbook/cells";
import type { ImportJob } from "../../../components/api_types.ts";
import {
  importedRows,
  rowsNotebook,
} from "../../../components/imports/look_at.ts";

const job = {
  file: "a.csv",
  dataset: "imports",
  kind: "resolutions",
  importId: "0123456789abcdef",
} as ImportJob;

Deno.test("a notebook of an import shows its rows, and nothing where they are not known", () => {
  const rows = importedRows(job);
  assert.ok(rows);
  const { title, datasets, blocks, problems } = parseNotebook(
    rowsNotebook(rows),
  );
  assert.deepEqual(
    [title, datasets, problems],
    ["Rows of a.csv", ["imports"], []],
  );
  const [cell] = blocks.filter((block) => block.type === "cell");
  assert.equal(
    cell?.body.trim(),
    "select * from imports.resolutions\nwhere import_id = '0123456789abcdef'\nlimit 10000 -- The first rows; raise it to see more",
  );
  assert.equal(importedRows({ ...job, kind: null }), null);
});

Deno.test("a dataset whose name is a word of SQL or YAML is read by its name in quotes", () => {
  for (const dataset of ["order", "null"]) {
    const rows = importedRows({ ...job, dataset });
    assert.ok(rows);
    assert.ok(rows.sql.startsWith(`select * from "${dataset}".resolutions\n`));
    const [read] = references(rows.sql);
    assert.deepEqual([read?.schema, read?.table], [dataset, "resolutions"]);
    const { datasets, problems } = parseNotebook(rowsNotebook(rows));
    assert.deepEqual([datasets, problems], [[dataset], []]);
  }
});

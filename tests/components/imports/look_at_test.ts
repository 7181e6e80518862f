import assert from "node:assert/strict";
import { parseNotebook } from "@pivotbook/cells";
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
    "select * from imports.resolutions\nwhere import_id = '0123456789abcdef'",
  );
  assert.equal(importedRows({ ...job, kind: null }), null);
});

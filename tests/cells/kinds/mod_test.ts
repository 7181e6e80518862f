import assert from "node:assert/strict";
import { CELL_KIND_NAMES, cellKindNamed, cellKinds } from "@pivotbook/cells";

/** Files of the folder that are no kind. */
const OTHERS = [
  "cell_kind.ts",
  "mod.ts",
  "names.ts",
  "open_datasets.ts",
  "options.ts",
  "output.ts",
  "table_name.ts",
  "table_output.ts",
];

Deno.test("cellKinds lists every kind of the folder, and the names that a file may use", async () => {
  const folder = new URL("../../../cells/kinds/", import.meta.url);
  const files: string[] = [];
  for await (const { name } of Deno.readDir(folder)) files.push(name);
  const kinds = cellKinds.map(({ name }) => name);
  assert.deepEqual(
    files.filter((name) => !OTHERS.includes(name)).sort(),
    kinds.map((name) => `${name}.ts`).sort(),
  );
  assert.deepEqual([...kinds].sort(), [...CELL_KIND_NAMES].sort());
  for (const kind of cellKinds) assert.equal(cellKindNamed(kind.name), kind);
});

Deno.test("inputTypes lists every type of the folder", async () => {
  const { inputTypes } = await import("@pivotbook/cells");
  const folder = new URL("../../../cells/inputs/", import.meta.url);
  const files: string[] = [];
  for await (const { name } of Deno.readDir(folder)) files.push(name);
  assert.deepEqual(
    files.filter((name) => !["mod.ts", "input_type.ts"].includes(name)).sort(),
    inputTypes.map(({ name }) => `${name}.ts`).sort(),
  );
});

import assert from "node:assert/strict";
import { datasetKinds, readers } from "@pivotbook/data";
import { cellKinds } from "@pivotbook/cells";

/** Files of a registry's folder that are not entries of it, and names of the entries. */
interface Registry {
  readonly folder: string;
  readonly others: readonly string[];
  readonly entries: readonly string[];
}

const registries: readonly Registry[] = [
  {
    folder: "data/kinds",
    others: [
      "cell_indicator",
      "column",
      "common",
      "kind",
      "lookup_kind",
      "mixed_value",
      "mod",
    ],
    entries: datasetKinds.map(({ name }) => name),
  },
  {
    folder: "data/readers",
    others: [
      "cof_select",
      "columns_reader",
      "detect",
      "head",
      "macros",
      "mod",
      "nearest_kind",
      "normal_values",
      "reader",
      "record_types",
      "times",
      "whole",
    ],
    entries: readers.map(({ format }) => format.replaceAll("-", "_")),
  },
];

for (const { folder, others, entries } of registries) {
  Deno.test(`${folder}: each file is an entry of the list in mod.ts`, async () => {
    const files = (await Array.fromAsync(Deno.readDir(folder)))
      .map(({ name }) => name).filter((name) => name.endsWith(".ts"))
      .map((name) => name.slice(0, -".ts".length)).filter((name) =>
        !others.includes(name)
      );
    const missing = files.filter((name) => !entries.includes(name));
    assert.deepEqual(
      missing,
      [],
      `Add a line to ${folder}/mod.ts for ${missing.join(", ")}`,
    );
    assert.deepEqual([...entries].sort(), files.sort());
  });
}

Deno.test("every cell kind and dataset kind has a name of its own", () => {
  const names = [...cellKinds, ...datasetKinds].map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
});

Deno.test("columns, orders, times and sort of a dataset kind name columns that it has", () => {
  for (const kind of datasetKinds) {
    const names = kind.columns.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length, kind.name);
    assert.ok(names.includes(kind.sort.column), kind.name);
    const { knownBy = [] } = kind;
    assert.ok(
      knownBy.length > 0 || kind.columns.some(({ required }) => required),
      `${kind.name} would be found in any file`,
    );
    assert.ok(knownBy.every((name) => names.includes(name)), kind.name);
    for (const name of kind.naturalKey) {
      assert.ok([...names, "source"].includes(name), `${kind.name}.${name}`);
    }
    if (kind.times) {
      assert.ok(
        names.includes(kind.times.first) && names.includes(kind.times.last),
        kind.name,
      );
    }
    for (const column of kind.columns) {
      assert.ok(column.doc.length > 0, `${kind.name}.${column.name}`);
    }
  }
});

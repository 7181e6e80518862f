import assert from "node:assert/strict";
import type { NotebookSummary } from "../../../components/api_types.ts";
import { notebooksWith } from "../../../components/search/notebooks_with.ts";

const address = { type: "ipv4", value: "192.0.2.1" } as const;
const name = { type: "domain", value: "example.com" } as const;

function notebook(
  name: string,
  pivots: NotebookSummary["pivots"],
): NotebookSummary {
  const rest = {
    tlp: null,
    datasets: [],
    cells: 2,
    modifiedAt: "",
    error: null,
  };
  return {
    name,
    title: name === "untitled" ? "" : `Case ${name}`,
    pivots,
    ...rest,
  };
}

const list = [
  notebook("both", [{ ...name, cell: "lure" }, { ...address, cell: "a b" }]),
  notebook("untitled", [{ ...address, cell: null }]),
];

Deno.test("a notebook that looks into an indicator is found, at its pivot", () => {
  assert.deepEqual(notebooksWith([address], list), [
    { title: "Case both", path: "/notebooks/both#a%20b" },
    { title: "untitled", path: "/notebooks/untitled" },
  ]);
});

Deno.test("of several indicators a notebook needs all", () => {
  assert.deepEqual(
    notebooksWith([name, address], list).map(({ title }) => title),
    ["Case both"],
  );
  assert.deepEqual(notebooksWith([], list), []);
  assert.deepEqual(
    notebooksWith([{ type: "domain", value: "192.0.2.1" }], list),
    [],
  );
});

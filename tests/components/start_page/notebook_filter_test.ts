import assert from "node:assert/strict";
import type { NotebookSummary } from "../../../components/api_types.ts";
import { filterNotebooks } from "../../../components/start_page/notebook_filter.ts";

const rest = { cells: 1, modifiedAt: "", pivots: [], error: null };
const list: readonly NotebookSummary[] = [
  {
    name: "bank",
    title: "Watering hole",
    tlp: "clear",
    datasets: ["knf"],
    ...rest,
  },
  {
    name: "beacon",
    title: "",
    tlp: null,
    datasets: ["sensors"],
    ...rest,
    pivots: [{ type: "ipv4", value: "192.0.2.14", cell: "seed" }],
  },
];

Deno.test("notebooks are found by title, name, dataset, marking and indicator", () => {
  const cases = [
    ["", "bank beacon"],
    ["WATER", "bank"],
    ["hole knf", "bank"],
    ["hole sensors", ""],
    ["beac", "beacon"],
    ["clear", "bank"],
    ["192.0.2", "beacon"],
    ["192[.]0[.]2[.]14", "beacon"],
  ] as const;
  for (const [text, names] of cases) {
    const found = filterNotebooks(list, text).map(({ name }) => name);
    assert.equal(found.join(" "), names, text);
  }
});

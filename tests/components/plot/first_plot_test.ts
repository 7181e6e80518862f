import assert from "node:assert/strict";
import {
  type OutputColumn,
  parseNotebook,
  readPlot,
  type SessionState,
} from "@pivotbook/cells";
import { emptyPlot, firstPlot } from "../../../components/plot/first_plot.ts";

const cases: readonly (readonly [OutputColumn[], string])[] = [
  [
    [{ name: "month", type: "DATE" }, { name: "n", type: "BIGINT" }],
    "dot: {x: month, y: n}",
  ],
  [
    [{ name: "source", type: "VARCHAR" }, { name: "n", type: "BIGINT" }],
    "barY: {x: source, y: n}",
  ],
  [[{ name: "first seen", type: "DATE" }], 'tickX: {x: "first seen"}'],
  [[{ name: "n", type: "BIGINT" }], "tickX: {x: n}"],
];

Deno.test("a new plot is of the nearest table above it, by what its columns are", () => {
  for (const [columns, mark] of cases) {
    assert.equal(
      firstPlot(stateOf(columns), "b1"),
      `\`\`\`plot\ndata: found\nmarks:\n  - ${mark}\n\`\`\`\n`,
    );
  }
});

Deno.test("a new plot without a table above it says nothing", () => {
  assert.equal(
    firstPlot(stateOf([{ name: "n", type: "DATE" }]), null),
    emptyPlot,
  );
});

Deno.test("a new plot below a pivot draws its timeline, unless nothing in it has a time", () => {
  const plot = firstPlot(pivotState({ empty: ["netblocks"] }), "b1");
  assert.match(plot, /^data: seed\.timeline$/m);
  assert.deepEqual(readPlot(plot.split("\n").slice(1, -2).join("\n")).marks, [{
    mark: "line",
    data: "seed.timeline",
    options: { x: "day", y: "active", stroke: "kind", curve: "step-after" },
  }]);
  const untimed = pivotState({ empty: ["resolutions"] });
  assert.equal(firstPlot(untimed, "b1"), emptyPlot);
});

function pivotState({ empty }: { empty: readonly string[] }): SessionState {
  const tables = ["resolutions", "netblocks"].map((kind) => ({
    kind,
    empty: empty.includes(kind),
  }));
  return {
    notebook: parseNotebook("```pivot seed\n192.0.2.7\n```\n"),
    cells: {
      b1: { id: "b1", name: "seed", output: { type: "pivot", tables } },
    },
  } as unknown as SessionState;
}

function stateOf(columns: readonly OutputColumn[]): SessionState {
  const output = { type: "table", table: "found", rows: 1, columns };
  return {
    notebook: parseNotebook("```sql found\nselect 1\n```\n"),
    cells: { b1: { id: "b1", name: "found", output } },
  } as unknown as SessionState;
}

import assert from "node:assert/strict";
import {
  type OutputColumn,
  parseNotebook,
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

function stateOf(columns: readonly OutputColumn[]): SessionState {
  const output = { type: "table", table: "found", rows: 1, columns };
  return {
    notebook: parseNotebook("```sql found\nselect 1\n```\n"),
    cells: { b1: { id: "b1", name: "found", output } },
  } as unknown as SessionState;
}

import assert from "node:assert/strict";
import * as Plot from "@observablehq/plot";
import { MARKS } from "@pivotbook/cells";
import { openTestNotebook } from "../session/test_notebook.ts";

const spikes = "```sql spikes\nselect 1 as week, 2 as names\n```\n\n";

function plotCell(body: string): string {
  return `${spikes}\`\`\`plot picture\n${body}\n\`\`\`\n`;
}

Deno.test("plot gives its specification and the tables that it reads", async () => {
  const notebook = await openTestNotebook(
    plotCell(
      "data: spikes\nheight: 200\nmarks:\n  - frame\n  - barY: {x: week, y: names, interval: week}\n  - dot: {data: seed.resolutions, x: first_seen}\n  - ruleY: [0]",
    ) + "\n```pivot seed\n192.0.2.1\n```\n",
  );
  const { output, error, reads } = notebook.cell("picture");
  assert.equal(error, null);
  assert.deepEqual(reads, ["spikes", "seed"]);
  assert.deepEqual(output, {
    type: "plot",
    spec: {
      options: { height: 200 },
      marks: [
        { mark: "frame", data: "", options: {} },
        {
          mark: "barY",
          data: "spikes",
          options: { x: "week", y: "names", interval: "week" },
        },
        {
          mark: "dot",
          data: "seed.resolutions",
          options: { x: "first_seen" },
        },
        { mark: "ruleY", data: "", options: { values: [0] } },
      ],
    },
    tables: {
      spikes: '"spikes"',
      "seed.resolutions": '"seed"."resolutions"',
    },
  });
  await notebook.close();
});

const bad: readonly [string, string, number | undefined][] = [
  ["data: spikes\nmarks: [\n", "bad-plot", 3],
  ["data: spikes", "bad-plot", undefined],
  ["marks:\n  - barY: {x: week}", "bad-plot", undefined],
  ["data: spikes\nmarks:\n  - explode: {}", "bad-plot", undefined],
  ["data: spikes\nmarks:\n  - barY: 1", "bad-plot", undefined],
  ["data: nowhere\nmarks:\n  - dot", "unknown-name", undefined],
  ["- a", "bad-plot", undefined],
  ["data: spikes\nstyle: {color: red}\nmarks: [dot]", "bad-plot", undefined],
  [
    "data: spikes\nmarks:\n  - dot: {style: 'color:red'}",
    "bad-plot",
    undefined,
  ],
  [
    "data: spikes\nmarks:\n  - dot: {fill: 'URL (https://a.example/#b)'}",
    "bad-plot",
    undefined,
  ],
  [
    "data: spikes\nmarks:\n  - dot: {tip: {className: a}}",
    "bad-plot",
    undefined,
  ],
];

for (const [body, code, line] of bad) {
  Deno.test(`plot refuses ${JSON.stringify(body)}`, async () => {
    const notebook = await openTestNotebook(plotCell(body));
    assert.equal(notebook.cell("picture").error?.code, code);
    assert.equal(notebook.cell("picture").error?.where.line, line);
    await notebook.close();
  });
}

Deno.test("MARKS are marks of Observable Plot", () => {
  const missing = [...MARKS].filter((mark) => !(mark in Plot));
  assert.deepEqual(missing, []);
});

import assert from "node:assert/strict";
import { parseNotebook } from "@pivotbook/cells";
import {
  insertedText,
  movedText,
} from "../../../components/notebook/block_edits.ts";
import {
  addCopy,
  addInvestigation,
  addPivot,
  addTemplate,
  pivotThere,
} from "../../../components/notebook/commands.ts";
import { cellsOf } from "../../../components/notebook/edits.ts";

const text = `---
title: A case
---

\`\`\`input period type=daterange
2016-10-01..2017-02-28
\`\`\`

\`\`\`pivot seed during=period
192[.]0[.]2[.]7
\`\`\`
`;
const place = { notebook: parseNotebook(text), datasets: [] };
const request = {
  cell: "seed",
  kind: "resolutions",
  column: "rrname",
  indicator: { type: "domain", value: "host.example.net" },
} as const;

Deno.test("addPivot() records the click: value, column and window", () => {
  const { name, text } = addPivot(place, request);
  assert.equal(name, "host_example_net");
  const cell = cellsOf(parseNotebook(text)).find((one) => one.name === name);
  assert.equal(cell?.body, "host[.]example[.]net");
  assert.deepEqual(cell?.options, {
    from: "seed.resolutions.rrname",
    during: "period",
  });
});

Deno.test("pivotThere() finds the pivot that the click has made before", () => {
  const { text } = addPivot(place, request);
  const again = { notebook: parseNotebook(text), datasets: [] };
  assert.equal(pivotThere(place, request), null);
  assert.equal(pivotThere(again, request)?.name, "host_example_net");
});

Deno.test("addInvestigation() puts all indicators into one pivot", () => {
  const { text } = addInvestigation(place, [
    { type: "ipv4", value: "192.0.2.8" },
    { type: "domain", value: "example.net" },
  ]);
  const cell = cellsOf(parseNotebook(text)).at(-1);
  assert.equal(cell?.body, "192[.]0[.]2[.]8\nexample[.]net");
});

Deno.test("addCopy() and addTemplate() give free names", () => {
  const [, seed] = cellsOf(place.notebook);
  assert(seed);
  assert.notEqual(addCopy(place, seed).name, "seed");
  const template = "```sql NAME\n```\n";
  const added = addTemplate(place, { after: seed.id, template });
  const cells = cellsOf(parseNotebook(added.text));
  assert.equal(cells.at(-1)?.name, added.name);
});

Deno.test("insertedText() keeps one blank line on both sides", () => {
  const notebook = parseNotebook("One\n\n```sql a\nselect 1\n```\nTwo\n");
  const after = notebook.blocks.find((block) => block.type === "cell")?.id;
  const raw = "```sql b\nselect 2\n```\n";
  assert.equal(
    insertedText(notebook, { after: after ?? null, raw }),
    "One\n\n```sql a\nselect 1\n```\n\n```sql b\nselect 2\n```\n\nTwo\n",
  );
});

Deno.test("movedText() swaps a cell with its neighbour and back", () => {
  const id = cellsOf(place.notebook).find(({ name }) => name === "seed")?.id;
  assert(id);
  const moved = movedText(place.notebook, { id, by: -1 });
  const names = cellsOf(parseNotebook(moved)).map(({ name }) => name);
  assert.deepEqual(names, ["seed", "period"]);
  const back = parseNotebook(moved);
  const [first] = cellsOf(back);
  assert(first);
  assert.equal(movedText(back, { id: first.id, by: 1 }), text);
});

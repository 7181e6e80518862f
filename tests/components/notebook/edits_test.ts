import assert from "node:assert/strict";
import { parseNotebook } from "@pivotbook/cells";
import { parseCell } from "../../fakes/parse_cell.ts";
import fc from "fast-check";
import {
  cellsOf,
  partsOf,
  pivotRaw,
  placeAfter,
  rawOf,
  textOf,
  windowOperations,
  withBody,
  withOption,
} from "../../../components/notebook/edits.ts";

const seed = "```pivot seed\n192[.]0[.]2[.]7\n```\n";

Deno.test("textOf() gives the notebook's text back", () => {
  const text = `---\ntitle: A case\n---\n\nProse\n\n${seed}\nMore`;
  assert.equal(textOf(parseNotebook(text)), text);
});

Deno.test("rawOf() writes what partsOf() reads, whatever the body holds", () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z `~]{0,12}$/)), (lines) => {
      const body = lines.join("\n").replace(/\n+$/, "");
      const cell = parseCell(rawOf({ head: "sql spikes", body }));
      assert(cell);
      assert.deepEqual(partsOf(cell), { head: "sql spikes", body });
    }),
    { seed: 7, numRuns: 300 },
  );
});

Deno.test("withBody() and withOption() change one thing each", () => {
  const cell = parseCell(seed);
  assert(cell);
  assert.equal(
    withBody(cell, "192[.]0[.]2[.]8"),
    "```pivot seed\n192[.]0[.]2[.]8\n```\n",
  );
  assert.equal(
    withOption(cell, "during=period"),
    "```pivot seed during=period\n192[.]0[.]2[.]7\n```\n",
  );
});

Deno.test("placeAfter() finds the last pivot of the family", () => {
  const notebook = parseNotebook(
    `${seed}\n\`\`\`pivot lure from=seed.resolutions.rrname\nhost.example\n\`\`\`\n\n\`\`\`pivot deep from=lure.hostpairs.parent\nwww.example\n\`\`\`\n\n\`\`\`sql other\nselect 1\n\`\`\`\n`,
  );
  const names = (name: string) =>
    cellsOf(notebook).find(({ id }) => id === placeAfter(notebook, name)?.id)
      ?.name;
  assert.equal(names("seed"), "deep");
  assert.equal(names("deep"), "deep");
});

Deno.test("windowOperations() writes the period before the first pivot and ties bare pivots to it", () => {
  const state = {
    notebook: parseNotebook(`Prose\n\n${seed}`),
    cells: {},
    order: [],
    crashed: {},
    dirty: false,
  };
  const [insert, edit, ...more] = windowOperations(state, {
    first: "2016-10-01",
    last: "2017-02-28",
  });
  assert.equal(more.length, 0);
  assert(insert?.type === "insert" && edit?.type === "edit");
  assert.match(
    insert.raw,
    /^```input period type=daterange\n2016-10-01\.\.2017-02-28\n```\n/,
  );
  assert.match(edit.raw, /during=period/);
});

Deno.test("windowOperations() does nothing when the period says so already", () => {
  const text = "```input period type=daterange\n2016-10-01..2017-02-28\n```\n";
  const state = {
    notebook: parseNotebook(text),
    cells: {},
    order: [],
    crashed: {},
    dirty: false,
  };
  const window = { first: "2016-10-01", last: "2017-02-28" };
  assert.deepEqual(windowOperations(state, window), []);
  const [edit] = windowOperations(state, null);
  assert(edit?.type === "edit");
  assert.match(edit.raw, /\n\.\.\n/);
});

Deno.test("pivotRaw() links a step from what a pivot itself is about to the pivot", () => {
  const indicator = { type: "domain", value: "host.example" } as const;
  assert.equal(
    pivotRaw({ cell: "mail", kind: null, column: null, indicator }, {
      name: "host",
      during: null,
    }),
    "```pivot host from=mail\nhost[.]example\n```\n",
  );
});

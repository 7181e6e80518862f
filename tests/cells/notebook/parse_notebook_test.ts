import assert from "node:assert/strict";
import fc from "fast-check";
import {
  type Cell,
  cellText,
  parseNotebook,
  writeNotebook,
} from "@pivotbook/cells";
import { parseCell } from "../../fakes/parse_cell.ts";

const sample = `---
title: Watering hole
tlp: CLEAR
datasets: [knf]
---

The IDS flagged this address.

\`\`\`input period type=daterange
2016-10-01..2017-02-28
\`\`\`

\`\`\`pivot seed during=period
192[.]0[.]2[.]1
\`\`\`
`;

function cellsOf(text: string): Cell[] {
  return parseNotebook(text).blocks.filter((block) => block.type === "cell");
}

Deno.test("parseNotebook() reads header, prose and cells with their lines", () => {
  const notebook = parseNotebook(sample);
  assert.equal(notebook.title, "Watering hole");
  assert.equal(notebook.tlp, "clear");
  assert.deepEqual(notebook.datasets, ["knf"]);
  assert.deepEqual(notebook.problems, []);
  assert.deepEqual(
    cellsOf(sample).map(({ kind, name, options, body, line }) => ({
      kind,
      name,
      options,
      body,
      line,
    })),
    [
      {
        kind: "input",
        name: "period",
        options: { type: "daterange" },
        body: "2016-10-01..2017-02-28",
        line: 9,
      },
      {
        kind: "pivot",
        name: "seed",
        options: { during: "period" },
        body: "192[.]0[.]2[.]1",
        line: 13,
      },
    ],
  );
});

const cases: readonly [string, string, number][] = [
  ["a python block is prose", "```python\nprint(1)\n```\n", 0],
  ["a future kind is prose", "```js a\nreturn 1\n```\n", 0],
  ["a longer fence holds shorter ones", "````sql a\n```\nx\n````\n", 1],
  ["tildes are fences", "~~~sql a\nfrom x\n~~~\n", 1],
  [
    "a cell inside a Markdown example is prose",
    "````markdown\n```sql a\n```\n````\n",
    0,
  ],
  ["a cell without end reaches to the end", "```sql a\nfrom x\n\ntext", 1],
  ["an indented code block is prose", "    ```sql a\n", 0],
  ["CRLF", "```sql a\r\nfrom x\r\n```\r\ntext", 1],
  ["no line end at the end", "```sql a\nfrom x\n```", 1],
  ["an empty cell", "```sql\n```\n", 1],
  ["backticks in the info string are no fence", "```sql `a`\n```\n", 0],
];

for (const [name, text, count] of cases) {
  Deno.test(`parseNotebook(): ${name}`, () => {
    assert.equal(cellsOf(text).length, count);
    assert.equal(writeNotebook(parseNotebook(text)), text);
  });
}

Deno.test("parseNotebook() lists what is wrong and opens the file", () => {
  const broken = parseNotebook("---\ntitle: [\n---\n```sql a\nfrom x\n");
  assert.deepEqual(broken.problems.map(({ code }) => code), [
    "bad-front-matter",
    "unclosed-fence",
  ]);
  assert.equal(broken.blocks.length, 1);
});

/** Info strings, and what a fenced block with one seems to be meant as. */
const fences: readonly (readonly [string, string | null])[] = [
  ["pivto x", "pivot"],
  ["Pivot x", "pivot"],
  ["sqll name", "sql"],
  ["slq", null],
  ["plott", "plot"],
  ["inptu period type=daterange", "input"],
  ["SQL", null],
  ["kql", null],
  ["dot", null],
  ["mermaid", null],
  ["js a", null],
  ["python", null],
  ["yaml", null],
  ["sh", null],
  ["text", null],
  ["", null],
];

for (const [info, kind] of fences) {
  Deno.test(
    `parseNotebook() ${
      kind === null ? "leaves" : "doubts"
    } a fenced block of "${info}"`,
    () => {
      const text = `${sample}\nText.\n\n\`\`\`${info}\nx\n\`\`\`\nMore.\n`;
      const { blocks } = parseNotebook(text);
      const [word] = info.split(" ");
      const message = `Unknown cell kind ${word}; did you mean ${kind}?`;
      const expected = kind === null
        ? []
        : [{ code: "unknown-cell-kind", message, line: 19 }];
      const last = blocks.at(-1);
      assert.deepEqual(last?.type === "prose" && last.problems, expected);
      assert.equal(writeNotebook(parseNotebook(text)), text);
    },
  );
}

Deno.test("parseNotebook() doubts nothing within a fenced example", () => {
  const text = "````markdown\n```pivto a\n```\n````\n";
  const [block] = parseNotebook(text).blocks;
  assert.deepEqual(block?.type === "prose" && block.problems, []);
});

const pieces = fc.constantFrom(
  "```",
  "````",
  "~~~",
  "```sql a",
  "~~~pivot b from=x.y",
  "---",
  "title: x",
  "   ```",
  "text",
  "`",
  "\n",
  "\r\n",
  "\r",
  " ",
  "\uFEFF",
);

Deno.test("writeNotebook() gives back any text byte for byte", () => {
  const texts = fc.oneof(
    fc.array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 5 })), {
      maxLength: 40,
    }).map((parts) => parts.join("")),
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      assert.equal(writeNotebook(parseNotebook(text)), text);
    }),
    { seed: 7, numRuns: 2000 },
  );
});

Deno.test("parseNotebook() reads what cellText() writes", () => {
  const word = fc.stringMatching(/^[a-z_][a-z0-9_]{0,8}$/)
    .filter((key) => key !== "__proto__");
  const value = fc.string({ unit: fc.constantFrom(..."ab= \"\\.,\n'`~") });
  const body = fc.array(fc.constantFrom("```", "~~~", "````", "a", " b", ""))
    .map((lines) => lines.join("\n"));
  const content = fc.record({
    kind: fc.constantFrom("sql", "pivot", "input", "plot"),
    name: fc.option(word),
    options: fc.dictionary(word, value, { noNullPrototype: true }),
    body,
  }, { noNullPrototype: true });
  fc.assert(
    fc.property(content, (written) => {
      const cell = parseCell(cellText(written));
      assert.ok(cell);
      const { kind, name, options, body } = cell;
      assert.deepEqual({ kind, name, options, body }, written);
    }),
    { seed: 7, numRuns: 1000 },
  );
});

import assert from "node:assert/strict";
import type { Row } from "@pivotbook/data";
import { day } from "../../fakes/table_lookup.ts";
import { openTestNotebook } from "../session/test_notebook.ts";

function inputCell(options: string, body: string): string {
  return `\`\`\`input i ${options}\n${body}\n\`\`\`\n`;
}

const range = (first: string | null, last: string | null): Row => ({
  first_day: first === null ? null : day(first),
  last_day: last === null ? null : day(last),
  start: first === null ? null : day(first),
  stop: last === null ? null : day(last) + 86_400_000_000n,
});

const good: readonly [string, string, Row[]][] = [
  ["type=daterange", "2016-10-01..2017-02-28", [
    range("2016-10-01", "2017-02-28"),
  ]],
  ["type=daterange", "2016-10-01..", [range("2016-10-01", null)]],
  ["type=daterange", "..2016-02-29", [range(null, "2016-02-29")]],
  ["type=daterange", "..", [range(null, null)]],
  ["type=daterange", "", [range(null, null)]],
  ["type=daterange", "2016-10-01", [range("2016-10-01", "2016-10-01")]],
  [
    "type=indicators",
    "# known\nWWW[.]Example[.]com\n\n192.0.2.1 # host\n192[.]0[.]2[.]1",
    [
      { value: "www.example.com" },
      { value: "192.0.2.1" },
    ],
  ],
  ["type=indicators", "", []],
  ["type=text", "a 'b'; drop table x", [{ value: "a 'b'; drop table x" }]],
  ["type=number", " 0.5 ", [{ value: 0.5 }]],
  ["type=choice choices=a,b", "b", [{ value: "b" }]],
  ["type=choice choices=a,b", "", [{ value: "a" }]],
];

for (const [options, body, expected] of good) {
  Deno.test(`input ${options} reads ${JSON.stringify(body)}`, async () => {
    const notebook = await openTestNotebook(inputCell(options, body));
    assert.equal(notebook.cell("i").error, null);
    assert.deepEqual(await notebook.rows("from i"), expected);
    await notebook.close();
  });
}

const bad: readonly [string, string, string, number | undefined][] = [
  ["type=daterange", "2016-02-30..", "bad-daterange", 1],
  ["type=daterange", "2017-01-01..2016-01-01", "bad-daterange", 1],
  ["type=daterange", "yesterday", "bad-daterange", 1],
  ["type=indicators", "192.0.2.1\n\nwhat is it", "bad-indicator", 3],
  ["type=number", "1e999", "bad-number", 1],
  ["type=number", "", "bad-number", 1],
  ["type=choice choices=a,b", "c", "bad-choice", 1],
  ["type=choice", "c", "bad-choice", 1],
  ["type=slider", "1", "unknown-input-type", undefined],
];

for (const [options, body, code, line] of bad) {
  Deno.test(`input ${options} refuses ${JSON.stringify(body)}`, async () => {
    const notebook = await openTestNotebook(inputCell(options, body));
    assert.equal(notebook.cell("i").error?.code, code);
    assert.equal(notebook.cell("i").error?.where.line, line);
    await notebook.close();
  });
}

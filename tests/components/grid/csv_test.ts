import assert from "node:assert/strict";
import type { Table } from "@pivotbook/data";
import { clipText } from "../../../components/grid/clip.ts";
import { csvText } from "../../../components/grid/csv.ts";
import { tableGridColumns } from "../../../components/grid/source.ts";

const shape = [{ name: "word", type: "VARCHAR" }, {
  name: "day",
  type: "TIMESTAMP",
}, { name: "n", type: "BIGINT" }];
const columns = tableGridColumns(shape);

function tableOf(word: string): Table {
  const values = [[word], [1_475_798_400_000_000n], [-5n]];
  return {
    rows: 1,
    columns: shape.map((one, index) => ({
      ...one,
      values: values[index] ?? [],
    })),
  };
}

Deno.test("csvText() never writes a formula, and keeps negative numbers", () => {
  for (const word of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"]) {
    const [, line = ""] = csvText(tableOf(word), columns).split("\r\n");
    assert.match(line, /^"?'/, word);
    assert(line.endsWith("2016-10-07,-5"));
  }
});

Deno.test("csvText() quotes by RFC 4180", () => {
  const [head, line] = csvText(tableOf('a,"b"'), columns).split("\r\n");
  assert.equal(head, "word,day,n");
  assert.equal(line, '"a,""b""",2016-10-07,-5');
});

Deno.test("clipText() defangs indicators", () => {
  const [, line] = clipText(tableOf("host.example.net"), columns).split("\n");
  assert.equal(line, "host[.]example[.]net\t2016-10-07\t-5");
});

import assert from "node:assert/strict";
import type { SideIndex } from "@pivotbook/data";
import type { Key } from "../../../data/lookup/key.ts";
import { rowIdSpans, rowIdSql } from "../../../data/lookup/row_ids.ts";

const ROWS = 10;
const KEY = 5n;

/** A part in which one key fills as many row groups, told apart by their texts alone. */
function crowded(groups: number): SideIndex {
  const part = {
    table: "names",
    filter: null,
    columns: [],
    groups: Array.from({ length: groups }, (_, index) => ({
      start: index * ROWS,
      rows: ROWS,
      low: KEY,
      high: KEY,
      lowText: `${textOf(index)}a`,
      highText: `${textOf(index)}z`,
      blocks: [index],
    })),
  };
  return { blockSize: 16_384, metadata: [], parts: [part] };
}

function textOf(index: number): string {
  return String(index).padStart(6, "0");
}

/** Keys that lie in every second row group. */
function scattered(count: number): Key[] {
  return Array.from({ length: count }, (_, index) => ({
    shape: "name",
    span: { low: KEY, high: KEY, text: `${textOf(index * 2)}m` },
    base: "example",
    rest: "",
    text: "",
  }));
}

Deno.test("rowIdSpans() joins neighbours, and gives none where the keys alone prune as well", () => {
  const index = crowded(6);
  const keys = [...scattered(1), ...scattered(2)];
  assert.deepEqual(rowIdSpans(index, { table: "names", keys }), [
    { first: 0, last: 9 },
    { first: 20, last: 29 },
  ]);
  const [key] = scattered(1);
  const all = { ...key, span: { low: KEY, high: KEY, text: null } } as Key;
  assert.equal(rowIdSpans(index, { table: "names", keys: [all] }), null);
  assert.equal(rowIdSpans(index, { table: "other", keys }), null);
  assert.equal(rowIdSpans(null, { table: "names", keys }), null);
});

Deno.test("rowIdSpans() gives up above 500 spans, which would cost more than they save", () => {
  const index = crowded(2000);
  const most = rowIdSpans(index, { table: "names", keys: scattered(500) });
  assert.equal(most?.length, 500);
  const more = rowIdSpans(index, { table: "names", keys: scattered(501) });
  assert.equal(more, null);
  assert.equal(rowIdSql(more), "");
});

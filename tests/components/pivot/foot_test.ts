import assert from "node:assert/strict";
import type { PivotTable } from "@pivotbook/cells";
import { costText, rowsText } from "../../../components/pivot/foot.ts";

const front = { rows: 7 };
const tables = [front, { rows: 18 }] as PivotTable[];
const window = { start: "0", stop: null };

Deno.test("the foot says how many rows are shown, of how many", () => {
  const shown = { rows: 7, of: 7 };
  assert.equal(
    rowsText({ tables, window: null }, { front, shown }),
    "7 rows; 25 in all tabs",
  );
  assert.equal(
    rowsText({ tables, window }, { front, shown: null }),
    "7 rows in the span; 25 in all tabs",
  );
  assert.equal(
    rowsText({ tables: tables.slice(0, 1), window: null }, { front, shown }),
    "7 rows",
  );
});

Deno.test("the foot says that a filter leaves rows out", () => {
  assert.equal(
    rowsText({ tables, window }, { front, shown: { rows: 2, of: 7 } }),
    "2 of 7 rows in the span match the filter; 25 in all tabs",
  );
  assert.equal(
    rowsText({ tables, window: null }, { front, shown: { rows: null, of: 7 } }),
    "… of 7 rows match the filter; 25 in all tabs",
  );
});

Deno.test("what the grid of another tab says does not count", () => {
  assert.equal(
    rowsText({ tables, window: null }, { front, shown: { rows: 1, of: 18 } }),
    "7 rows; 25 in all tabs",
  );
});

Deno.test("the foot says what reading cost, and that an index could not be used", () => {
  const cost = { bytes: 2048, requests: 3, segments: 2, unindexed: 0 };
  assert.equal(costText(cost), "2 segments, 2 KB in 3 requests");
  assert.equal(
    costText({ ...cost, unindexed: 1 }),
    "2 segments, 1 without a fitting index, 2 KB in 3 requests",
  );
});

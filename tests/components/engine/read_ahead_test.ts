import assert from "node:assert/strict";
import { HEADER_BYTES } from "@pivotbook/data";
import { ReadAhead } from "../../../components/engine/read_ahead.ts";

const SIZE = 1000;
const at = (block: number) => HEADER_BYTES + block * SIZE;
const range = (block: number) => ({ offset: at(block), length: SIZE });
const blocks = (first: number, step: number) =>
  Array.from({ length: 200 }, (_, i) => range(first + i * step));

Deno.test("ReadAhead gives the column that is scanned, ever more of it", () => {
  const columns = [blocks(0, 3), blocks(1, 3)];
  const ahead = new ReadAhead(columns, SIZE);
  assert.deepEqual(ahead.after(at(1)), []);
  assert.deepEqual(ahead.after(at(4) + 999), columns[1]?.slice(2, 10));
  assert.deepEqual(ahead.after(at(31)), columns[1]?.slice(11, 43));
  assert.deepEqual(ahead.after(at(2)), []);
});

Deno.test("ReadAhead does not take a block's neighbour for the column that is scanned", () => {
  const scanned = [range(0), range(1), range(10), range(11)];
  const neighbour = [range(1), range(2), range(11), range(12)];
  const ahead = new ReadAhead([neighbour, scanned], SIZE);
  ahead.after(at(0));
  assert.deepEqual(ahead.after(at(1)), scanned.slice(2));
});

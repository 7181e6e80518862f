import assert from "node:assert/strict";
import { type Part, scannedParts, type Segment } from "@pivotbook/data";

const part = (kind: string, order: string): Part => ({
  kind,
  order,
  table: `${kind}_${order}`,
  rows: 5,
  low: "0",
  high: "9",
});

const segment = (
  parts: readonly Part[],
  rows: Record<string, number>,
): Segment => ({
  sha256: "ab".repeat(32),
  bytes: 1,
  blockSize: 65_536,
  rowGroupSize: 4_096,
  parts,
  rows,
  times: {},
  imports: [],
});

const orders = ["name", "address4"].map((one) => part("resolutions", one));
const rows = part("resolutions", "rows");

Deno.test("scannedParts() reads a small segment in its covering order", () => {
  const small = segment([...orders, part("osint", "rows")], {
    resolutions: 5,
    osint: 5,
  });
  assert.deepEqual(scannedParts(small).map(({ table }) => table), [
    "resolutions_name",
    "osint_rows",
  ]);
});

Deno.test("scannedParts() reads rows apart where they are, and no order of theirs", () => {
  assert.deepEqual(scannedParts(segment([rows], { resolutions: 5 })), [rows]);
  assert.deepEqual(scannedParts(segment(orders, {})), []);
});

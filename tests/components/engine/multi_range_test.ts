import assert from "node:assert/strict";
import {
  answered,
  batchesOf,
  header,
  isRefused,
} from "../../../components/engine/multi_range.ts";

const ranges = Array.from({ length: 1000 }, (_, index) => ({
  offset: index * 1_000_000,
  length: 16_384,
}));

Deno.test("batchesOf() keeps to the server's limit and to short headers", () => {
  const batches = batchesOf(ranges, 400);
  assert.deepEqual(batches.flat(), ranges);
  for (const batch of batches) {
    assert.ok(batch.length <= 400);
    assert.ok(header(batch).length < 8000);
  }
  assert.equal(batchesOf(ranges, 1).length, ranges.length);
});

Deno.test("isRefused() tells a store that gives one range at a time from a failure", () => {
  const several = ranges.slice(0, 2);
  const type = "multipart/byteranges; boundary=x";
  const plain = "application/octet-stream";
  for (
    const [status, kind, refused] of [
      [206, type, false],
      [206, plain, true],
      [200, plain, true],
      [416, null, true],
      [431, null, true],
      [500, null, false],
    ] as const
  ) {
    assert.equal(isRefused(several, { status, type: kind }), refused);
  }
  assert.ok(!isRefused(ranges.slice(0, 1), { status: 200, type: plain }));
});

Deno.test("answered() refuses an answer that lacks a range", () => {
  const body = new TextEncoder().encode(
    "\r\n--x\r\nContent-Range: bytes 0-2/9\r\n\r\nabc\r\n--x--\r\n",
  );
  const first = { offset: 0, length: 3 };
  const second = { offset: 5, length: 2 };
  assert.throws(
    () => answered([first, second], body),
    /Segment answered without/,
  );
  assert.deepEqual(answered([first], new Uint8Array(3))[0]?.range, first);
});

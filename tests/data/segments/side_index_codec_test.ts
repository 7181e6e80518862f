import assert from "node:assert/strict";
import {
  decodeSideIndex,
  encodeSideIndex,
  type SideIndex,
} from "@pivotbook/data";
import { pack } from "../../../data/segments/packed.ts";

const OWN = "ab".repeat(32);
const OTHER = "cd".repeat(32);

const index: SideIndex = {
  blockSize: 65_536,
  metadata: [{ offset: 0, bytes: new Uint8Array([1, 2, 3]) }],
  parts: [{
    table: "resolutions_name",
    groups: [{
      start: 0,
      rows: 7,
      low: 1n,
      high: 9n,
      lowText: null,
      highText: null,
      blocks: [0, 1, 4],
    }],
    filter: new Uint8Array([255, 0]),
    columns: [],
  }],
};

Deno.test("decodeSideIndex() gives back what was written for a segment", async () => {
  const bytes = await encodeSideIndex(index, OWN);
  assert.deepEqual(await decodeSideIndex(bytes, OWN), index);
});

Deno.test("decodeSideIndex() ignores the index of another segment, which would hide rows", async () => {
  const bytes = await encodeSideIndex(index, OTHER);
  assert.equal(await decodeSideIndex(bytes, OWN), null);
});

Deno.test("decodeSideIndex() ignores damaged bytes", async () => {
  const bytes = await encodeSideIndex(index, OWN);
  const flipped = bytes.slice();
  flipped[40] = (flipped[40] ?? 0) ^ 0x5a;
  const damaged = [
    bytes.slice(0, bytes.length - 10),
    bytes.slice(0, 5),
    new Uint8Array(),
    new TextEncoder().encode("<!doctype html>"),
    flipped,
  ];
  for (const one of damaged) {
    assert.equal(await decodeSideIndex(one, OWN), null);
  }
});

Deno.test("decodeSideIndex() reads indexes of before, which name no segment", async () => {
  const head = {
    version: 2,
    blockSize: 65_536,
    metadata: [],
    parts: [],
  };
  assert.deepEqual(await decodeSideIndex(await pack(head, []), OWN), {
    blockSize: 65_536,
    metadata: [],
    parts: [],
  });
});

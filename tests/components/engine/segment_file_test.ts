import assert from "node:assert/strict";
import { BlockCache } from "../../../components/engine/block_cache.ts";
import { SegmentFile } from "../../../components/engine/segment_file.ts";

const url = "http://127.0.0.1/segments/one.duckdb";
const range = { offset: 0, length: 40_000 };

function openFile(): SegmentFile {
  const description = {
    url,
    bytes: range.length,
    blockSize: 262_144,
    columns: [],
  };
  return new SegmentFile(description, new BlockCache(1_000_000));
}

const fetched = (bytes: number, etag: string) => ({
  parts: [{ range, bytes: new Uint8Array(bytes) }],
  etag,
});

Deno.test("SegmentFile refuses bytes of another version", () => {
  const file = openFile();
  file.store(fetched(range.length, '"1"'));
  assert.deepEqual(file.missing([range]), []);
  assert.throws(
    () => file.store(fetched(range.length, '"2"')),
    /Segment changed/,
  );
});

Deno.test("SegmentFile does not take a short answer for a version", () => {
  const file = openFile();
  assert.throws(() => file.store(fetched(7, '"short"')), /7 bytes/);
  file.store(fetched(range.length, '"1"'));
});

Deno.test("SegmentFile fetches everything again once it was forgotten", () => {
  const file = openFile();
  file.store(fetched(range.length, '"1"'));
  file.forget();
  assert.deepEqual(file.missing([range]), [range]);
});

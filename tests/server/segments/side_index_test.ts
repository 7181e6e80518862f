import assert from "node:assert/strict";
import {
  decodeSideIndex,
  encodeSideIndex,
  groupsFor,
  HEADER_BYTES,
  keyHash,
  kindNamed,
  mayHold,
  PAGE_BYTES,
  rangesFor,
} from "@pivotbook/data";
import { readSideIndex } from "../../../server/segments/side_index.ts";
import { writeTestSegment } from "../../fakes/written_segment.ts";

const HASH = "ab".repeat(32);

const source =
  `SELECT CASE WHEN i < 30000 THEN 'host' || lpad(i::VARCHAR, 6, '0') || '.co.uk' ELSE 'n' || i || '.example' END AS rrname,
  'A' AS rrtype, '192.0.2.' || (i % 256) AS rdata, 'wire' AS seen_as FROM range(60000) AS t(i)`;

Deno.test("readSideIndex() tells row groups of one crowded key apart", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const path = `${folder}/one.duckdb`;
    const { view } = await writeTestSegment(
      kindNamed("resolutions"),
      source,
      path,
    );
    const parts = view.snapshot.segments[0]?.parts ?? [];
    const index = await readSideIndex(path, parts);
    assert.deepEqual(
      await decodeSideIndex(await encodeSideIndex(index, HASH), HASH),
      index,
    );
    const names = index.parts[0];
    assert.ok(names);
    assert.equal(names.groups.reduce((sum, { rows }) => sum + rows, 0), 60000);
    const key = BigInt(keyHash("uk.co"));
    const wanted = { low: key, high: key, text: "uk.co\0host012345" };
    const crowded = groupsFor(names, [{ ...wanted, text: null }]);
    assert.ok(crowded.length >= 8);
    assert.equal(groupsFor(names, [wanted]).length, 1);
    for (
      const { offset, length } of rangesFor(index, {
        table: names.table,
        keys: [wanted],
      })
    ) {
      assert.equal((offset - HEADER_BYTES) % index.blockSize, 0);
      assert.ok(offset + length <= (await Deno.stat(path)).size);
    }
    const file = await Deno.readFile(path);
    assert.ok(index.metadata.length > 0);
    for (const { offset, bytes } of index.metadata) {
      assert.equal(offset % PAGE_BYTES, 0);
      assert.deepEqual(bytes, file.slice(offset, offset + bytes.length));
    }
    const absent = BigInt(keyHash("absent.example.net"));
    assert.ok(mayHold(names, wanted));
    const none = { low: absent, high: absent, text: null };
    assert.ok(!mayHold(names, none));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

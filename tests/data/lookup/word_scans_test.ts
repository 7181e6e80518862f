import assert from "node:assert/strict";
import fc from "fast-check";
import {
  type Indicator,
  kindNamed,
  rowsOf,
  segmentLookup,
} from "@pivotbook/data";
import { wordScans, wordsOf } from "../../../data/lookup/word_scans.ts";
import { openNativeEngine } from "../../fakes/native_engine.ts";
import { writeTestSegment } from "../../fakes/written_segment.ts";

const names = ["a-b.example", "AB.example", "%_\\'.example", "bücher.example"];
const notes = ["", "Über ab", "a%b", "line\nbreak"];
const rows = names.flatMap((name) => notes.map((note) => ({ name, note })));

Deno.test("words are found in any part of a text, and left out so: each lookup equals a filter", async () => {
  const folder = await Deno.makeTempDir();
  const values = rows.map(({ name, note }, line) =>
    `('${name.replaceAll("'", "''")}', '${note}', ${line})`
  );
  const { view, locate } = await writeTestSegment(
    kindNamed("resolutions"),
    `SELECT *, 'A' AS rrtype, '192.0.2.1' AS rdata FROM (VALUES ${
      values.join(", ")
    }) AS t(rrname, note, line)`,
    `${folder}/one.duckdb`,
  );
  const engine = await openNativeEngine({ segmentFolders: [folder] });
  const source = segmentLookup(engine, {
    locate,
    sideIndex: () => Promise.resolve(null),
  });
  const word = fc.oneof(
    fc.constantFrom(
      "ab",
      "A",
      "%",
      "_",
      "'",
      "ü",
      "exam",
      "e b",
      "zz",
      "192.0",
    ),
    fc.string({ minLength: 1, maxLength: 2 }),
  );
  const keyword = word.map((value): Indicator => ({ type: "keyword", value }));
  const holds = (line: number, { value }: Indicator): boolean => {
    const { name, note } = rows[line] ?? { name: "", note: "" };
    return [name, "192.0.2.1", note].some((text) =>
      text.toLowerCase().includes(value.toLowerCase())
    );
  };
  try {
    await fc.assert(
      fc.asyncProperty(
        fc.array(keyword, { minLength: 1, maxLength: 3 }),
        fc.array(keyword, { maxLength: 1 }),
        async (keys, exclude) => {
          const answer = await source.lookup({
            kind: kindNamed("resolutions"),
            datasets: [view],
            keys,
            exclude,
            window: null,
            limit: null,
          }, '"found"');
          assert.deepEqual(answer.unsearched, []);
          const found = rowsOf(await engine.query("SELECT line FROM found"))
            .map(({ line }) => Number(line)).sort((a, b) => a - b);
          const expected = [...rows.keys()].filter((line) =>
            keys.some((key) => holds(line, key)) &&
            !exclude.some((key) => holds(line, key))
          );
          assert.deepEqual(found, expected);
        },
      ),
      { seed: 31, numRuns: 60 },
    );
  } finally {
    await engine.close();
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a dataset with too many rows is not searched for words, and is named", () => {
  const segment = {
    sha256: "a".repeat(64),
    bytes: 1,
    blockSize: 1,
    rowGroupSize: 1,
    parts: [{
      kind: "resolutions",
      order: "name",
      table: "resolutions_name",
      rows: 11,
      low: "0",
      high: "1",
    }],
    rows: { resolutions: 11 },
    times: {},
    imports: [],
  };
  const datasets = [
    { name: "large", snapshot: { id: "x", segments: [segment] } },
    { name: "small", snapshot: { id: "y", segments: [] } },
  ];
  const words = wordsOf([{ type: "keyword", value: "a" }]);
  const kind = kindNamed("resolutions");
  const over = wordScans(kind, { words, datasets, most: 10 });
  assert.deepEqual([over.scans, over.unsearched], [[], ["large"]]);
  const within = wordScans(kind, { words, datasets, most: 11 });
  assert.deepEqual([within.scans.length, within.unsearched], [1, []]);
  const none = wordScans(kind, { words: [], datasets, most: 0 });
  assert.deepEqual(none, { scans: [], unsearched: [] });
});

import assert from "node:assert/strict";
import {
  type DatasetView,
  datasetViewsSql,
  type Indicator,
  kindNamed,
  segmentLookup,
} from "@pivotbook/data";
import { openNativeEngine } from "../../fakes/native_engine.ts";
import { writeTestSegment } from "../../fakes/written_segment.ts";
import { assertGolden } from "../../fakes/assert_golden.ts";

const keys: readonly Indicator[] = [
  { type: "domain", value: "www.example.com" },
  { type: "domain", value: "*.example.net" },
  { type: "ipv4", value: "192.0.2.1" },
  { type: "cidr", value: "198.51.100.0/24" },
  { type: "ipv6", value: "2001:db8::1" },
];

Deno.test("lookup's SQL is the golden text, and native DuckDB runs it", async () => {
  const folder = await Deno.makeTempDir();
  const { view, locate } = await writeTestSegment(
    kindNamed("resolutions"),
    `SELECT * FROM (VALUES ('www.example.com', 'A', '192.0.2.1', 'wire'),
      ('www.example.com', 'AAAA', '2001:db8::1', 'wire'),
      ('example.org', 'CNAME', 'www.example.com', 'wire')) AS t(rrname, rrtype, rdata, seen_as)`,
    `${folder}/one.duckdb`,
  );
  const engine = await openNativeEngine({ segmentFolders: [folder] });
  try {
    const source = segmentLookup(engine, {
      locate,
      sideIndex: () => Promise.resolve(null),
    });
    const day = 86_400_000_000n;
    const { sql, rows } = await source.lookup({
      kind: kindNamed("resolutions"),
      datasets: [withWholeRange(view)],
      keys,
      window: { start: 0n, stop: day, mode: "overlap" },
      exclude: [{ type: "cidr", value: "203.0.113.0/24" }],
      limit: 100,
    }, '"seed"');
    assert.equal(rows, 3);
    await assertGolden("lookup_resolutions.sql", `${sql}\n`);
    await engine.query(datasetViewsSql(view));
    await assertGolden("dataset_views.sql", `${datasetViewsSql(view)}\n`);
  } finally {
    await engine.close();
    await Deno.remove(folder, { recursive: true });
  }
});

/** The parts with the widest range of keys, so that every key reaches them. */
function withWholeRange({ name, snapshot }: DatasetView): DatasetView {
  const segments = snapshot.segments.map((segment) => ({
    ...segment,
    parts: segment.parts.map((part) => ({
      ...part,
      low: "0",
      high: String((1n << 128n) - 1n),
    })),
  }));
  return { name, snapshot: { ...snapshot, segments } };
}

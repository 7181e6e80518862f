import assert from "node:assert/strict";
import { DuckDBInstance } from "@duckdb/node-api";
import {
  allColumns,
  attachDataset,
  identifier,
  keyMacros,
  kindNamed,
  scanLayout,
  type Segment,
} from "@pivotbook/data";
import { openNativeEngine } from "../../../server/engine/mod.ts";
import {
  type SegmentWriter,
  writeSegments,
} from "../../../server/segments/write_segment.ts";
import { openHome } from "../../../server/store/mod.ts";

const kind = kindNamed("resolutions");

/** Writes 500 rows, none of which has an IPv6 address. */
async function written(
  folder: string,
  sizes: Pick<SegmentWriter, "smallImportRows" | "rowsPerSegment">,
): Promise<Segment[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const columns = allColumns(kind).map(({ name, type }) =>
    `${identifier(name)} ${type}`
  );
  await connection.run(keyMacros);
  await connection.run(`CREATE TABLE staged (${columns.join(", ")})`);
  await connection.run(
    `INSERT INTO staged BY NAME SELECT 'n' || i || '.example' AS rrname, 'A' AS rrtype,
    '192.0.2.' || (i % 256) AS rdata, 'wire' AS seen_as,
    CASE WHEN i % 5 > 0 THEN make_timestamp(i * 1000000) END AS first_seen FROM range(500) AS t(i)`,
  );
  const home = await openHome(folder);
  const segments = await writeSegments(
    {
      home,
      connection,
      folder: home.temporary,
      progress: () => {},
      sideIndex: () => Promise.resolve(null),
      ...sizes,
    },
    { staged: [{ kind, table: "staged", rows: 500 }], imports: ["one"] },
  );
  connection.closeSync();
  instance.closeSync();
  return segments;
}

async function countedRows(
  folder: string,
  segments: readonly Segment[],
): Promise<unknown> {
  const engine = await openNativeEngine({
    segmentFolders: [`${folder}/segments`],
  });
  const view = { name: "sample", snapshot: { id: "s", segments } };
  await attachDataset(engine, view, {
    locate: (sha256) => ({
      sha256,
      location: `${folder}/segments/${sha256}.duckdb`,
      bytes: 0,
    }),
    sideIndex: () => Promise.resolve(null),
  });
  const { columns } = await engine.query(
    "SELECT count(*) AS n FROM sample.resolutions",
  );
  await engine.close();
  return columns[0]?.values[0];
}

const ordersOf = (segments: readonly Segment[]): string[][] =>
  segments.map(({ parts }) => parts.map(({ order }) => order));

Deno.test("writeSegments() keeps a small import in one file, each row counted once", async () => {
  const folder = await Deno.makeTempDir();
  const segments = await written(folder, { smallImportRows: 500 });
  assert.deepEqual(ordersOf(segments), [["name", "address4"]]);
  assert.deepEqual(segments[0]?.rows, { resolutions: 500 });
  assert.equal(await countedRows(folder, segments), 500n);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("writeSegments() writes the rows of a large import apart, for scans, and no file without rows", async () => {
  const folder = await Deno.makeTempDir();
  const segments = await written(folder, { smallImportRows: 499 });
  assert.deepEqual(ordersOf(segments), [["name"], ["address4"], ["rows"]]);
  assert.deepEqual(segments.map(({ rows }) => rows), [{}, {}, {
    resolutions: 500,
  }]);
  const { blockSize, rowGroupSize } = segments[2] ?? {};
  assert.deepEqual({ blockSize, rowGroupSize }, scanLayout);
  assert.equal(await countedRows(folder, segments), 500n);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("writeSegments() cuts a very large import, rows without a time included", async () => {
  const folder = await Deno.makeTempDir();
  const sizes = { smallImportRows: 100, rowsPerSegment: 200 };
  const segments = await written(folder, sizes);
  const rows = segments.flatMap(({ parts }) => parts)
    .filter(({ order }) => order === "rows").map((part) => part.rows);
  assert.equal(rows.length, 3);
  assert.equal(rows.reduce((sum, one) => sum + one), 500);
  assert.equal(await countedRows(folder, segments), 500n);
  await Deno.remove(folder, { recursive: true });
});

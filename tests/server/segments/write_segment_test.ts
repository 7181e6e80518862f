import assert from "node:assert/strict";
import { DuckDBInstance } from "@duckdb/node-api";
import {
  addressMacros,
  allColumns,
  attachDataset,
  identifier,
  kindNamed,
  scanLayout,
  type Segment,
} from "@pivotbook/data";
import { openNativeEngine } from "../../../server/engine/mod.ts";
import { writeSegments } from "../../../server/segments/write_segment.ts";
import { openHome } from "../../../server/store/mod.ts";

const kind = kindNamed("resolutions");

/** Writes 500 rows, none of which has an IPv6 address. */
async function written(
  folder: string,
  smallImportRows: number,
): Promise<Segment[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const columns = allColumns(kind).map(({ name, type }) =>
    `${identifier(name)} ${type}`
  );
  await connection.run(addressMacros);
  await connection.run(`CREATE TABLE staged (${columns.join(", ")})`);
  await connection.run(
    `INSERT INTO staged BY NAME SELECT 'n' || i || '.example' AS rrname, 'A' AS rrtype,
    '192.0.2.' || (i % 256) AS rdata, 'wire' AS seen_as FROM range(500) AS t(i)`,
  );
  const home = await openHome(folder);
  const segments = await writeSegments(
    {
      home,
      connection,
      folder: home.temporary,
      progress: () => {},
      sideIndex: () => Promise.resolve(null),
      smallImportRows,
    },
    [{ kind, table: "staged", rows: 500 }],
    ["one"],
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
  const segments = await written(folder, 500);
  assert.deepEqual(ordersOf(segments), [["name", "address4"]]);
  assert.deepEqual(segments[0]?.rows, { resolutions: 500 });
  assert.equal(await countedRows(folder, segments), 500n);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("writeSegments() writes the rows of a large import apart, for scans, and no file without rows", async () => {
  const folder = await Deno.makeTempDir();
  const segments = await written(folder, 499);
  assert.deepEqual(ordersOf(segments), [["name"], ["address4"], ["rows"]]);
  assert.deepEqual(segments.map(({ rows }) => rows), [{}, {}, {
    resolutions: 500,
  }]);
  const { blockSize, rowGroupSize } = segments[2] ?? {};
  assert.deepEqual({ blockSize, rowGroupSize }, scanLayout);
  assert.equal(await countedRows(folder, segments), 500n);
  await Deno.remove(folder, { recursive: true });
});

import { DuckDBInstance } from "@duckdb/node-api";
import {
  allColumns,
  type DatasetKind,
  type DatasetView,
  identifier,
  keyMacros,
  literal,
  lookupLayout,
  orderedRowsSql,
  type Part,
  partTable,
  type SegmentLocation,
} from "@pivotbook/data";

/** A segment file written for a test, with the view of a dataset that consists of it. */
export interface WrittenSegment {
  readonly path: string;
  readonly view: DatasetView;
  readonly locate: () => SegmentLocation;
}

/** Writes all orders of a kind from a query over `range()` or VALUES, which gives some of its columns. */
export async function writeTestSegment(
  kind: DatasetKind,
  source: string,
  path: string,
): Promise<WrittenSegment> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const columns = allColumns(kind).map(({ name, type }) =>
    `${identifier(name)} ${type}`
  );
  await connection.run(keyMacros);
  await connection.run(`CREATE TABLE staged (${columns.join(", ")})`);
  await connection.run(`INSERT INTO staged BY NAME ${source}`);
  await connection.run(
    `ATTACH ${
      literal(path)
    } AS segment (STORAGE_VERSION 'v1.4.0', BLOCK_SIZE ${lookupLayout.blockSize}, ROW_GROUP_SIZE ${lookupLayout.rowGroupSize})`,
  );
  const parts: Part[] = [];
  for (const order of kind.orders) {
    const table = partTable(kind, order.name);
    await connection.run(
      `CREATE TABLE segment.${table} AS ${
        orderedRowsSql(kind, { order, source: "staged" })
      }`,
    );
    const high = order.family.startsWith("range") ? "key_last" : "key";
    const [rows, low, top] = (await connection.runAndReadAll(
      `SELECT count(*)::VARCHAR, min(key)::VARCHAR, max(${high})::VARCHAR FROM segment.${table}`,
    )).getRowsJson()[0] as (string | null)[];
    if (low === null || low === undefined) continue;
    parts.push({
      kind: kind.name,
      order: order.name,
      table,
      rows: Number(rows),
      low,
      high: top ?? low,
    });
  }
  const counted = await connection.runAndReadAll("SELECT count(*) FROM staged");
  const stagedRows = Number(counted.getRowsJson()[0]?.[0]);
  await connection.run("DETACH segment");
  connection.closeSync();
  instance.closeSync();
  const sha256 = "ab".repeat(32);
  const { size } = await Deno.stat(path);
  const segment = {
    sha256,
    bytes: size,
    ...lookupLayout,
    parts,
    rows: { [kind.name]: stagedRows },
    times: {},
    imports: [],
  };
  return {
    path,
    view: { name: "sample", snapshot: { id: "s", segments: [segment] } },
    locate: () => ({ sha256, location: path, bytes: size }),
  };
}

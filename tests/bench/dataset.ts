import { DuckDBInstance } from "@duckdb/node-api";
import {
  allColumns,
  type DatasetView,
  identifier,
  keyMacros,
  kindNamed,
  type Segment,
} from "@pivotbook/data";
import { writeSegments } from "../../server/segments/write_segment.ts";
import { writeSideIndex } from "../../server/segments/side_index.ts";
import { openHome } from "../../server/store/mod.ts";
import { benchRowsSql } from "./rows_sql.ts";
import { buildSqlite } from "./sqlite_file.ts";

/** The files of a benchmark, kept from run to run. */
export interface BenchDataset {
  /** Folder of segments and side indexes. */
  readonly segments: string;
  readonly view: DatasetView;
  readonly sqlite: string;
  readonly rows: number;
}

/** Raised when segments are laid out anew, so that they are written again. */
const LAYOUT = 2;

/** Builds the data of a benchmark, or finds it where it was built before. */
export async function benchDataset(
  rows: number,
  say: (text: string) => void,
): Promise<BenchDataset> {
  const folder = new URL(`../../.cache/bench-${rows}/`, import.meta.url)
    .pathname;
  const home = await openHome(folder);
  const list = `${folder}segments-${LAYOUT}.json`;
  const sqlite = `${folder}rows.sqlite`;
  if (!await exists(list)) {
    say(`Generating ${rows} rows`);
    const segments = await build(home, { rows, sqlite, say });
    await Deno.writeTextFile(list, JSON.stringify(segments));
  }
  const segments: Segment[] = JSON.parse(await Deno.readTextFile(list));
  const view = { name: "bench", snapshot: { id: "bench", segments } };
  return { segments: home.segments, view, sqlite, rows };
}

interface BuildOptions {
  readonly rows: number;
  readonly sqlite: string;
  readonly say: (text: string) => void;
}

async function build(
  home: Awaited<ReturnType<typeof openHome>>,
  { rows, sqlite, say }: BuildOptions,
): Promise<Segment[]> {
  const kind = kindNamed("resolutions");
  const instance = await DuckDBInstance.create(`${home.temporary}/staged.db`);
  const connection = await instance.connect();
  const columns = allColumns(kind).map(({ name, type }) =>
    `${identifier(name)} ${type}`
  );
  await connection.run(keyMacros);
  await connection.run(
    `CREATE OR REPLACE TABLE staged (${columns.join(", ")})`,
  );
  await connection.run(`INSERT INTO staged BY NAME ${benchRowsSql(rows)}`);
  const writer = {
    home,
    connection,
    folder: home.temporary,
    progress: say,
    sideIndex: writeSideIndex,
  };
  const segments = await writeSegments(
    writer,
    { staged: [{ kind, table: "staged", rows }], imports: ["bench"] },
  );
  if (!await exists(sqlite)) await buildSqlite(connection, sqlite, say);
  connection.closeSync();
  instance.closeSync();
  await Deno.remove(`${home.temporary}/staged.db`);
  return segments;
}

async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}

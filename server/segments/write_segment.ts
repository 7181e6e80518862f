import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import {
  allColumns,
  BLOCK_SIZE,
  coveringOrder,
  type DatasetKind,
  identifier,
  literal,
  orderedRowsSql,
  type Part,
  partTable,
  ROW_GROUP_SIZE,
  ROWS_ORDER,
  type Segment,
  type SortOrder,
  type TimeSpan,
} from "@pivotbook/data";
import {
  type Home,
  moveAtomic,
  sha256OfFile,
  writeAtomic,
} from "../store/mod.ts";

/** Rows of one kind that wait to be written: a table with all columns of the kind. */
export interface StagedRows {
  readonly kind: DatasetKind;
  /** Quoted name of the table. */
  readonly table: string;
  readonly rows: number;
}

/** A part to write: an order of a kind, or its rows in no order, over one range of keys. */
interface Draft {
  readonly staged: StagedRows;
  readonly order: SortOrder | null;
  /** SQL that narrows the keys, or null for all. */
  readonly range: string | null;
}

/** Up to so many rows an import becomes one segment; above, one for each order and range of keys. */
export const SMALL_IMPORT_ROWS = 1_000_000;

const ROWS_PER_SEGMENT = 12_000_000;

/** Where segments are written, and what goes on meanwhile. */
export interface SegmentWriter {
  readonly home: Home;
  readonly connection: DuckDBConnection;
  /** Folder for unfinished files, on the same disk as the segments. */
  readonly folder: string;
  readonly progress: (text: string) => void;
  /** Computes the side index of a finished file; null where it needs none. */
  readonly sideIndex: (
    path: string,
    parts: readonly Part[],
  ) => Promise<Uint8Array | null>;
}

/** Writes staged rows as immutable segments and gives their manifests; nothing refers to them yet. */
export async function writeSegments(
  writer: SegmentWriter,
  staged: readonly StagedRows[],
  imports: readonly string[],
): Promise<Segment[]> {
  const filled = staged.filter(({ rows }) => rows > 0);
  const total = filled.reduce((sum, { rows }) => sum + rows, 0);
  const drafts = filled.flatMap(draftsOf);
  const groups = total <= SMALL_IMPORT_ROWS
    ? [drafts]
    : (await Promise.all(drafts.map((draft) => cut(writer, draft)))).flat().map(
      (one) => [one],
    );
  const segments: Segment[] = [];
  for (const [index, group] of groups.entries()) {
    writer.progress(`Writing segment ${index + 1} of ${groups.length}`);
    segments.push(await writeSegment(writer, group, imports));
  }
  return segments;
}

function draftsOf(staged: StagedRows): Draft[] {
  const orders: (SortOrder | null)[] = [...staged.kind.orders];
  if (coveringOrder(staged.kind) === null) orders.push(null);
  return orders.map((order) => ({ staged, order, range: null }));
}

/** Splits a draft into ranges of keys of about `ROWS_PER_SEGMENT` rows each. */
async function cut(writer: SegmentWriter, draft: Draft): Promise<Draft[]> {
  const pieces = Math.ceil(draft.staged.rows / ROWS_PER_SEGMENT);
  if (pieces < 2 || draft.order === null) return [draft];
  const fractions = Array.from(
    { length: pieces - 1 },
    (_, index) => (index + 1) / pieces,
  );
  const sql = `SELECT quantile_disc(key, [${fractions.join(", ")}]) FROM (${
    rowsSql(draft)
  })`;
  const found = (await writer.connection.runAndReadAll(sql)).getRowsJson()[0]
    ?.[0] as string[];
  const bounds = [...new Set(found.map(String))];
  return [null, ...bounds].map((low, index) => {
    const high = bounds[index] ?? null;
    const conditions = [
      low === null ? "" : `key > ${low}`,
      high === null ? "" : `key <= ${high}`,
    ];
    return { ...draft, range: conditions.filter(Boolean).join(" AND ") };
  });
}

function rowsSql({ staged, order }: Draft): string {
  if (order !== null) return orderedRowsSql(staged.kind, order, staged.table);
  return `SELECT ${
    allColumns(staged.kind).map(({ name }) => identifier(name)).join(", ")
  } FROM ${staged.table}`;
}

async function writeSegment(
  writer: SegmentWriter,
  drafts: readonly Draft[],
  imports: readonly string[],
): Promise<Segment> {
  const path = join(writer.folder, `${crypto.randomUUID()}.duckdb`);
  await writer.connection.run(
    `ATTACH ${
      literal(path)
    } AS segment (STORAGE_VERSION 'v1.4.0', BLOCK_SIZE ${BLOCK_SIZE}, ROW_GROUP_SIZE ${ROW_GROUP_SIZE})`,
  );
  const parts: Part[] = [];
  try {
    for (const draft of drafts) {
      parts.push(...await writePart(writer.connection, draft));
    }
    await writer.connection.run("CHECKPOINT segment");
  } finally {
    await writer.connection.run("DETACH segment");
  }
  return await keep(writer, path, { parts, drafts, imports });
}

async function writePart(
  connection: DuckDBConnection,
  draft: Draft,
): Promise<Part[]> {
  const { kind } = draft.staged;
  const order = draft.order?.name ?? ROWS_ORDER;
  const table = partTable(kind, order);
  const rows = draft.range === null
    ? rowsSql(draft)
    : `SELECT * FROM (${rowsSql(draft)}) WHERE ${draft.range}`;
  await connection.run(`CREATE TABLE segment.${table} AS ${rows}`);
  const part = await describe(connection, {
    kind: kind.name,
    order,
    table,
    keys: keysOf(draft),
  });
  if (part.rows > 0) return [part];
  await connection.run(`DROP TABLE segment.${table}`);
  return [];
}

/** SQL of the lowest and highest key of a part. */
function keysOf({ order }: Draft): readonly [string, string] {
  if (order === null) return ["0", "0"];
  return [
    "min(key)",
    order.family.startsWith("range") ? "max(key_last)" : "max(key)",
  ];
}

interface PartName extends Pick<Part, "kind" | "order" | "table"> {
  readonly keys: readonly [string, string];
}

async function describe(
  connection: DuckDBConnection,
  name: PartName,
): Promise<Part> {
  const { keys: [low, high], ...names } = name;
  const sql =
    `SELECT count(*)::VARCHAR, (${low})::VARCHAR, (${high})::VARCHAR FROM segment.${names.table}`;
  const row = (await connection.runAndReadAll(sql))
    .getRowsJson()[0] as (string | null)[];
  return {
    ...names,
    rows: Number(row[0]),
    low: row[1] ?? "0",
    high: row[2] ?? "0",
  };
}

interface Written {
  readonly parts: readonly Part[];
  readonly drafts: readonly Draft[];
  readonly imports: readonly string[];
}

/** Gives the finished file its name, its side index and its manifest, in this order. */
async function keep(
  writer: SegmentWriter,
  path: string,
  written: Written,
): Promise<Segment> {
  const { home } = writer;
  const sha256 = await sha256OfFile(path);
  const index = await writer.sideIndex(path, written.parts);
  const counted = written.drafts.filter(isScanned).map(({ staged }) => staged);
  const segment: Segment = {
    sha256,
    bytes: (await Deno.stat(path)).size,
    blockSize: BLOCK_SIZE,
    rowGroupSize: ROW_GROUP_SIZE,
    parts: written.parts,
    rows: rowsByKind(written),
    times: await timesOf(writer.connection, counted),
    imports: written.imports,
  };
  await moveAtomic(path, join(home.segments, `${sha256}.duckdb`));
  if (index) await writeAtomic(join(home.segments, `${sha256}.index`), index);
  await writeAtomic(
    join(home.segments, `${sha256}.json`),
    JSON.stringify(segment),
  );
  return segment;
}

/** Whether the part is the one that holds each row of its kind once. */
function isScanned({ staged, order }: Draft): boolean {
  return (coveringOrder(staged.kind)?.name ?? null) === (order?.name ?? null);
}

function rowsByKind({ parts, drafts }: Written): Record<string, number> {
  const scanned = drafts.filter(isScanned)
    .map(({ staged, order }) =>
      [staged.kind.name, order?.name ?? ROWS_ORDER] as const
    );
  return Object.fromEntries(
    scanned.map(([kind, order]) => [
      kind,
      parts.filter((part) => part.kind === kind && part.order === order)
        .reduce((sum, { rows }) => sum + rows, 0),
    ]),
  );
}

async function timesOf(
  connection: DuckDBConnection,
  staged: readonly StagedRows[],
): Promise<Record<string, TimeSpan>> {
  const times: Record<string, TimeSpan> = {};
  for (const { kind, table } of staged) {
    if (kind.times === null) continue;
    const { first, last } = kind.times;
    const sql =
      `SELECT epoch_us(min(${first}))::VARCHAR, epoch_us(max(coalesce(${last}, ${first})))::VARCHAR FROM ${table}`;
    const row = (await connection.runAndReadAll(sql))
      .getRowsJson()[0] as (string | null)[];
    times[kind.name] = { first: row[0] ?? null, last: row[1] ?? null };
  }
  return times;
}

import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import {
  encodeSideIndex,
  identifier,
  keyColumns,
  kindNamed,
  literal,
  type Part,
  type PartIndex,
  type RowGroup,
  ROWS_ORDER,
  type Segment,
  type SideIndex,
  TEXT_LENGTH,
  WHOLE_FILE_BYTES,
} from "@pivotbook/data";
import { metadataOf } from "./side_index_metadata.ts";
import { filterOf } from "./side_index_filter.ts";
import { columnBlocks } from "./side_index_columns.ts";

/** What a finished segment file is and holds. */
export type IndexedSegment = Pick<Segment, "sha256" | "parts">;

/** The side index of a finished segment file as bytes, or null where the file is small enough to be fetched whole. */
export async function writeSideIndex(
  path: string,
  { sha256, parts }: IndexedSegment,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const { size } = await Deno.stat(path);
  if (size < WHOLE_FILE_BYTES) return null;
  return await encodeSideIndex(await readSideIndex(path, parts), sha256);
}

/** Reads from a segment file where the row groups of its parts lie and which keys they hold. */
export async function readSideIndex(
  path: string,
  parts: readonly Part[],
): Promise<SideIndex> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    await connection.run(`ATTACH ${literal(path)} AS segment (READ_ONLY)`);
    const indexed: PartIndex[] = [];
    for (const part of parts) indexed.push(await indexPart(connection, part));
    const blockSize = await blockSizeOf(connection);
    const metadata = await metadataOf(connection, { path, blockSize });
    return { blockSize, metadata, parts: indexed };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function blockSizeOf(connection: DuckDBConnection): Promise<number> {
  const found = await rowsOf(
    connection,
    "SELECT block_size FROM pragma_database_size() WHERE database_name = 'segment'",
  );
  return Number(found[0]?.[0]);
}

async function indexPart(
  connection: DuckDBConnection,
  part: Part,
): Promise<PartIndex> {
  const sql = part.order === ROWS_ORDER ? scannedSql(part) : keyedSql(part);
  const groups = (await rowsOf(connection, sql)).map(rowGroup);
  return {
    table: part.table,
    groups: groups.map(withNeededTexts),
    filter: await filterOf(connection, part),
    columns: await columnBlocks(connection, part),
  };
}

/** Per row group: start, rows, lowest and highest key, the texts at both ends, blocks. */
function keyedSql({ kind, order, table }: Part): string {
  const family = kindNamed(kind).orders.find(({ name }) => name === order)
    ?.family ?? "text";
  const { sortedBy } = keyColumns[family];
  const high = family.startsWith("range") ? "key_last" : "key";
  const text = textSql(sortedBy.slice(1), family);
  const end = (pick: string): string =>
    `left(${pick}(${text}, t.rowid), ${TEXT_LENGTH})`;
  return `WITH places AS (${placesSql(table)})
SELECT start::VARCHAR, any_value(rows)::VARCHAR, min(key)::VARCHAR, max(${high})::VARCHAR,
  ${end("arg_min")}, ${end("arg_max")}, any_value(blocks)
FROM (SELECT rowid, * FROM segment.${identifier(table)}) AS t
ASOF JOIN places ON t.rowid >= places.start
GROUP BY start ORDER BY start`;
}

function textSql(columns: readonly string[], family: string): string {
  if (family.startsWith("range") || columns.length === 0) return "NULL";
  return columns.map((column) => `t.${column}`).join(" || chr(0) || ");
}

function scannedSql({ table }: Part): string {
  return `SELECT start::VARCHAR, rows::VARCHAR, '0', '0', NULL, NULL, blocks
FROM (${placesSql(table)}) ORDER BY start`;
}

/** Per row group: first row id, rows and the blocks of all its columns, ascending. */
function placesSql(table: string): string {
  return `SELECT min(start) AS start, max(start + count) - min(start) AS rows,
    list_transform(list_sort(list_distinct(list_filter(list_concat(list(block_id), flatten(list(additional_block_ids))), lambda b: b >= 0))), lambda b: b::VARCHAR) AS blocks
  FROM pragma_storage_info(${literal(`segment.${table}`)})
  GROUP BY row_group_id`;
}

type JsonRow = readonly unknown[];

async function rowsOf(
  connection: DuckDBConnection,
  sql: string,
): Promise<JsonRow[]> {
  return (await connection.runAndReadAll(sql)).getRowsJson();
}

function rowGroup(row: JsonRow): RowGroup {
  const [start, rows, low, high, lowText, highText, blocks] = row;
  return {
    start: Number(start),
    rows: Number(rows),
    low: BigInt(String(low)),
    high: BigInt(String(high)),
    lowText: lowText === null ? null : String(lowText),
    highText: highText === null ? null : String(highText),
    blocks: (blocks as string[]).map(Number),
  };
}

/** Texts tell row groups apart only where a key goes on into the next one. */
function withNeededTexts(
  group: RowGroup,
  index: number,
  groups: readonly RowGroup[],
): RowGroup {
  const goesOn = groups[index - 1]?.high === group.low ||
    groups[index + 1]?.low === group.high;
  return goesOn ? group : { ...group, lowText: null, highText: null };
}

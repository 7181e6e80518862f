import type { DuckDBConnection } from "@duckdb/node-api";
import {
  blockRanges,
  type FileBytes,
  HEADER_BYTES,
  PAGE_BYTES,
} from "@pivotbook/data";

/** The header and the metadata of the segment file that is attached as `segment`, as whole pages, ascending. */
export async function metadataOf(
  connection: DuckDBConnection,
  { path, blockSize }: { path: string; blockSize: number },
): Promise<FileBytes[]> {
  const header = { offset: 0, length: HEADER_BYTES };
  const blocks = await metadataBlocks(connection);
  const ranges = [header, ...blockRanges(blocks, blockSize)];
  const pages = new Set<number>();
  for (const { offset, length } of ranges) {
    const last = Math.floor((offset + length - 1) / PAGE_BYTES);
    for (let page = Math.floor(offset / PAGE_BYTES); page <= last; page++) {
      pages.add(page);
    }
  }
  return await readRuns(path, [...pages].sort((a, b) => a - b));
}

async function metadataBlocks(connection: DuckDBConnection): Promise<number[]> {
  const sql =
    "SELECT block_id::INTEGER FROM pragma_metadata_info('segment') ORDER BY 1";
  const rows = (await connection.runAndReadAll(sql)).getRowsJson();
  return rows.map(([block]) => Number(block));
}

async function readRuns(
  path: string,
  pages: readonly number[],
): Promise<FileBytes[]> {
  const starts = pages.filter((page, index) => pages[index - 1] !== page - 1);
  const stops = pages.filter((page, index) => pages[index + 1] !== page + 1)
    .map((page) => page + 1);
  using file = await Deno.open(path);
  const runs: FileBytes[] = [];
  for (const [index, start] of starts.entries()) {
    const length = ((stops[index] ?? start) - start) * PAGE_BYTES;
    const offset = start * PAGE_BYTES;
    await file.seek(offset, Deno.SeekMode.Start);
    runs.push({ offset, bytes: await readUpTo(file, length) });
  }
  return runs;
}

/** So many bytes, or fewer at the end of the file. */
async function readUpTo(
  file: Deno.FsFile,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(length);
  let at = 0;
  while (at < length) {
    const read = await file.read(bytes.subarray(at));
    if (read === null) break;
    at += read;
  }
  return bytes.slice(0, at);
}

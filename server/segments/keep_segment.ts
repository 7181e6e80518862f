import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import {
  type Part,
  ROWS_ORDER,
  type Segment,
  type SegmentLayout,
  type TimeSpan,
} from "@pivotbook/data";
import { moveAtomic, sha256OfFile, writeAtomic } from "../store/mod.ts";
import type { Draft, StagedRows } from "./draft.ts";
import type { SegmentWriter } from "./write_segment.ts";

/** What a finished file holds. */
export interface Written {
  readonly parts: readonly Part[];
  readonly drafts: readonly Draft[];
  readonly imports: readonly string[];
  readonly layout: SegmentLayout;
}

/** Gives the finished file its name, its side index and its manifest, in this order. */
export async function keepSegment(
  writer: SegmentWriter,
  path: string,
  written: Written,
): Promise<Segment> {
  const { home } = writer;
  const sha256 = await sha256OfFile(path);
  const { parts } = written;
  const index = await writer.sideIndex(path, { sha256, parts });
  const counted = written.drafts.filter(({ scanned }) => scanned).map((
    { staged },
  ) => staged);
  const segment: Segment = {
    sha256,
    bytes: (await Deno.stat(path)).size,
    ...written.layout,
    parts,
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

function rowsByKind({ parts, drafts }: Written): Record<string, number> {
  const scanned = drafts.filter(({ scanned }) => scanned)
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

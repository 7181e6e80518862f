import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import {
  literal,
  lookupLayout,
  type Part,
  scanLayout,
  type Segment,
} from "@pivotbook/data";
import type { Home } from "../store/mod.ts";
import { cut, type Draft, draftsOf, type StagedRows } from "./draft.ts";
import { keepSegment } from "./keep_segment.ts";
import { writePart } from "./write_part.ts";

export type { StagedRows } from "./draft.ts";

/** Up to so many rows an import becomes one segment; above, one for each order and range of keys. */
const SMALL_IMPORT_ROWS = 1_000_000;

const ROWS_PER_SEGMENT = 12_000_000;

/** Where segments are written, and what goes on meanwhile. */
export interface SegmentWriter {
  readonly home: Home;
  readonly connection: DuckDBConnection;
  /** Folder for unfinished files, on the same disk as the segments. */
  readonly folder: string;
  readonly progress: (text: string) => void;
  /** Up to so many rows an import becomes one segment; `SMALL_IMPORT_ROWS` where it does not say. */
  readonly smallImportRows?: number;
  /** About so many rows of a large import come into one segment; 12 million where it does not say. */
  readonly rowsPerSegment?: number;
  /** Computes the side index of a finished file; null where it needs none. */
  readonly sideIndex: (
    path: string,
    segment: Pick<Segment, "sha256" | "parts">,
  ) => Promise<Uint8Array | null>;
}

/** Writes staged rows as immutable segments and gives their manifests; nothing refers to them yet. */
export async function writeSegments(
  writer: SegmentWriter,
  { staged, imports }: {
    staged: readonly StagedRows[];
    imports: readonly string[];
  },
): Promise<Segment[]> {
  const filled = staged.filter(({ rows }) => rows > 0);
  const total = filled.reduce((sum, { rows }) => sum + rows, 0);
  const apart = total > (writer.smallImportRows ?? SMALL_IMPORT_ROWS);
  const drafts = filled.flatMap((one) => draftsOf(one, { apart }));
  const groups = apart ? await cutAll(writer, drafts) : [drafts];
  const segments: Segment[] = [];
  for (const [index, group] of groups.entries()) {
    writer.progress(`Writing segment ${index + 1} of ${groups.length}`);
    const segment = await writeSegment(writer, { drafts: group, imports });
    if (segment !== null) segments.push(segment);
  }
  return segments;
}

/** Each draft by itself, or in pieces. */
async function cutAll(
  { connection, rowsPerSegment = ROWS_PER_SEGMENT }: SegmentWriter,
  drafts: readonly Draft[],
): Promise<Draft[][]> {
  const pieces: Draft[] = [];
  for (const draft of drafts) {
    pieces.push(...await cut(connection, draft, { rowsPerSegment }));
  }
  return pieces.map((piece) => [piece]);
}

/** None where no order of the drafts has rows. */
async function writeSegment(
  writer: SegmentWriter,
  { drafts, imports }: {
    drafts: readonly Draft[];
    imports: readonly string[];
  },
): Promise<Segment | null> {
  const forScans = drafts.every(({ order }) => order === null);
  const layout = forScans ? scanLayout : lookupLayout;
  const path = join(writer.folder, `${crypto.randomUUID()}.duckdb`);
  await writer.connection.run(
    `ATTACH ${
      literal(path)
    } AS segment (STORAGE_VERSION 'v1.4.0', BLOCK_SIZE ${layout.blockSize}, ROW_GROUP_SIZE ${layout.rowGroupSize})`,
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
  if (parts.length === 0) {
    await Deno.remove(path);
    return null;
  }
  return await keepSegment(writer, path, { parts, drafts, imports, layout });
}

import type { Engine } from "../engine/engine.ts";
import { allColumns, datasetKinds } from "../kinds/mod.ts";
import type { DatasetKind } from "../kinds/kind.ts";
import type { DatasetView, Segment } from "../segments/manifest.ts";
import { scannedParts } from "../segments/scanned_parts.ts";
import { attachOptions } from "../segments/side_index_ranges.ts";
import { identifier, qualified } from "../sql/literal.ts";
import { segmentAlias } from "./parts.ts";
import { type SegmentAccess, usableIndex } from "./segment_access.ts";

/** SQL that makes a dataset readable as a schema with one view per kind; its segments must be attached. */
export function datasetViewsSql({ name, snapshot }: DatasetView): string {
  return [
    `CREATE SCHEMA IF NOT EXISTS ${identifier(name)};`,
    ...datasetKinds.map((kind) =>
      `CREATE OR REPLACE VIEW ${qualified(name, kind.name)} AS\n${
        viewSql(kind, snapshot.segments)
      };`
    ),
  ].join("\n");
}

/** Attaches the segments that the views of a dataset read, and makes the views. */
export async function attachDataset(
  engine: Engine,
  view: DatasetView,
  { locate, sideIndex }: SegmentAccess,
): Promise<void> {
  const scanned = view.snapshot.segments.filter((segment) =>
    scannedParts(segment).length > 0
  );
  await Promise.all(scanned.map(async ({ sha256 }) => {
    const index = usableIndex(await sideIndex(sha256));
    const alias = segmentAlias(sha256);
    await engine.attach(alias, locate(sha256), attachOptions(index));
  }));
  await engine.query(datasetViewsSql(view));
}

function viewSql(kind: DatasetKind, segments: readonly Segment[]): string {
  const columns = allColumns(kind).map(({ name }) => identifier(name)).join(
    ", ",
  );
  const selects = segments.flatMap((segment) =>
    scannedParts(segment).filter((part) => part.kind === kind.name).map((
      { table },
    ) =>
      `SELECT ${columns} FROM ${qualified(segmentAlias(segment.sha256), table)}`
    )
  );
  return selects.length > 0 ? selects.join("\nUNION ALL\n") : emptySql(kind);
}

function emptySql(kind: DatasetKind): string {
  const columns = allColumns(kind).map(({ name, type }) =>
    `NULL::${type} AS ${identifier(name)}`
  );
  return `SELECT ${columns.join(", ")} WHERE false`;
}

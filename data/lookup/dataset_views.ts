import type { Engine, SegmentLocation } from "../engine/engine.ts";
import { allColumns, datasetKinds } from "../kinds/mod.ts";
import type { DatasetKind } from "../kinds/kind.ts";
import { scanOrder } from "../segments/layout.ts";
import type { DatasetView, Segment } from "../segments/manifest.ts";
import { identifier, qualified } from "../sql/literal.ts";
import { segmentAlias } from "./parts.ts";

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
  locate: (sha256: string) => SegmentLocation,
): Promise<void> {
  for (const { sha256, parts } of view.snapshot.segments) {
    const scanned = datasetKinds.some((kind) =>
      parts.some((part) => isScanned(kind, part))
    );
    if (scanned) await engine.attach(segmentAlias(sha256), locate(sha256));
  }
  await engine.query(datasetViewsSql(view));
}

function isScanned(
  kind: DatasetKind,
  part: { kind: string; order: string },
): boolean {
  return part.kind === kind.name && part.order === scanOrder(kind);
}

function viewSql(kind: DatasetKind, segments: readonly Segment[]): string {
  const columns = allColumns(kind).map(({ name }) => identifier(name)).join(
    ", ",
  );
  const selects = segments.flatMap(({ sha256, parts }) =>
    parts.filter((part) => isScanned(kind, part)).map((part) =>
      `SELECT ${columns} FROM ${qualified(segmentAlias(sha256), part.table)}`
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

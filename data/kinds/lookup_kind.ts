import { NotFoundError } from "../errors.ts";
import { commonColumns } from "./common.ts";
import type { DatasetKind, KindColumn } from "./kind.ts";
import { datasetKinds } from "./mod.ts";

/** The kind of that name; throws a `NotFoundError` for another. */
export function kindNamed(name: string): DatasetKind {
  const kind = datasetKinds.find((candidate) => candidate.name === name);
  if (kind) return kind;
  throw new NotFoundError(`No dataset kind is named "${name}"`, {
    code: "unknown-kind",
    remedy: `Use one of ${datasetKinds.map(({ name }) => name).join(", ")}`,
  });
}

/** The kind's own columns and the common ones, in the order of its tables. */
export function allColumns(kind: DatasetKind): readonly KindColumn[] {
  return [...kind.columns, ...commonColumns];
}

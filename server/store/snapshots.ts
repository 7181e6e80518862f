import {
  ConflictError,
  InputError,
  NotFoundError,
  type Segment,
  type Snapshot,
} from "@pivotbook/data";
import { sha256 } from "./digest.ts";

/** Ids of the imports whose rows segments hold. */
export function importsOf(segments: readonly Segment[]): Set<string> {
  return new Set(segments.flatMap(({ imports }) => imports));
}

/** Segments that are not held yet; those that would bring rows a second time are refused. */
export function freshSegments(
  segments: readonly Segment[],
  { name, held }: { name: string; held: readonly Segment[] },
): Segment[] {
  const hashes = new Set(held.map(({ sha256 }) => sha256));
  const fresh = segments.filter(({ sha256 }) => !hashes.has(sha256));
  const twice = importsOf(fresh).intersection(importsOf(held));
  if (twice.size === 0) return fresh;
  throw new ConflictError(
    `The dataset "${name}" already holds rows of the import ${
      [...twice].sort().join(", ")
    }`,
    {
      code: "already-imported",
      remedy: "Import the files again: those that are there add nothing",
    },
  );
}

/** Segments sorted by hash, each once; the id is the digest of that list. */
export function snapshotOf(segments: readonly Segment[]): Snapshot {
  const byHash = new Map(segments.map((segment) => [segment.sha256, segment]));
  const sorted = [...byHash.values()].sort((a, b) =>
    a.sha256 < b.sha256 ? -1 : 1
  );
  return {
    id: sha256(sorted.map((segment) => segment.sha256).join("\n")),
    segments: sorted,
  };
}

/** The id of the one import that begins so, as grids show ids by their first characters. */
export function importNamed(
  held: readonly Segment[],
  { name, start }: { name: string; start: string },
): string {
  const [id, ...others] = [...importsOf(held)]
    .filter((one) => one.startsWith(start));
  if (start === "" || id === undefined || others.length > 0) {
    throw unknownImport(name, start);
  }
  return id;
}

/** The segments without those that hold the rows of an import; refused where they hold those of others, too. */
export function withoutImport(
  held: readonly Segment[],
  { name, id }: { name: string; id: string },
): Segment[] {
  const [own, others] = [true, false].map((holds) =>
    held.filter(({ imports }) => imports.includes(id) === holds)
  ) as [Segment[], Segment[]];
  if (own.length === 0) throw unknownImport(name, id);
  const shared = importsOf(own);
  shared.delete(id);
  if (shared.size > 0) throw sharedSegment(id, shared);
  return others;
}

function unknownImport(name: string, id: string): NotFoundError {
  return new NotFoundError(`The dataset "${name}" holds no import ${id}`, {
    code: "unknown-import",
    remedy: "Take an id that an import printed, or that a row carries",
  });
}

function sharedSegment(id: string, others: ReadonlySet<string>): InputError {
  return new InputError(
    `The rows of the import ${id} stand in one segment with those of ${
      [...others].sort().join(", ")
    }`,
    {
      code: "shared-segment",
      remedy:
        "Remove the dataset and import the other files again, each by itself",
    },
  );
}

import { join } from "node:path";
import {
  type DatasetLog,
  PivotbookError,
  type Segment,
  type Snapshot,
} from "@pivotbook/data";
import {
  type Home,
  logSchema,
  readStoredJson,
  segmentSchema,
  snapshotOf,
  snapshotSchema,
} from "../store/mod.ts";
import type { ZodType } from "zod";

/** A file that holds what it should, or why it does not. */
export type Read<T> =
  | { readonly path: string; readonly value: T; readonly problem: null }
  | { readonly path: string; readonly value: null; readonly problem: string };

/** What the files of an installation say, with what cannot be read. */
export interface Inventory {
  /** By path below the installation; those of removed datasets, too. */
  readonly logs: readonly Read<DatasetLog>[];
  /** Each snapshot that a log names, by id. */
  readonly snapshots: ReadonlyMap<string, Read<Snapshot>>;
  /** Manifests beside the segments, by hash. */
  readonly manifests: ReadonlyMap<string, Read<Segment>>;
  /** Each segment that a snapshot names, by hash, as the snapshot describes it. */
  readonly segments: ReadonlyMap<string, Segment>;
}

/** Reads every log, and what they lead to. */
export async function takeInventory(home: Home): Promise<Inventory> {
  const logs = [
    ...await readAll(home, { folder: "datasets", schema: logSchema }),
    ...await readAll(home, { folder: "datasets/removed", schema: logSchema }),
  ];
  const manifests = await readAll(home, {
    folder: "segments",
    schema: segmentSchema,
  });
  const ids = new Set(
    logs.flatMap(({ value }) =>
      (value?.snapshots ?? []).map(({ snapshot }) => snapshot)
    ),
  );
  const snapshots = new Map<string, Read<Snapshot>>();
  for (const id of ids) snapshots.set(id, await readSnapshot(home, id));
  return {
    logs,
    snapshots,
    manifests: new Map(manifests.map((one) => [hashIn(one.path), one])),
    segments: new Map(
      [...snapshots.values()].flatMap(({ value }) => value?.segments ?? [])
        .map((segment) => [segment.sha256, segment]),
    ),
  };
}

async function readSnapshot(home: Home, id: string): Promise<Read<Snapshot>> {
  const path = `snapshots/${id}.json`;
  const read = await readOne(home, { path, schema: snapshotSchema });
  return read.value === null || snapshotOf(read.value.segments).id === id
    ? read
    : { path, value: null, problem: "its segments are not those of its id" };
}

async function readAll<T>(
  home: Home,
  { folder, schema }: { folder: string; schema: ZodType<T> },
): Promise<Read<T>[]> {
  const names: string[] = [];
  try {
    for await (const { name } of Deno.readDir(join(home.root, folder))) {
      if (name.endsWith(".json")) names.push(name);
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return await Promise.all(
    names.sort().map((name) =>
      readOne(home, { path: `${folder}/${name}`, schema })
    ),
  );
}

async function readOne<T>(
  home: Home,
  { path, schema }: { path: string; schema: ZodType<T> },
): Promise<Read<T>> {
  const full = join(home.root, path);
  try {
    const value = await readStoredJson(full, schema);
    return value === null
      ? { path, value: null, problem: "it is missing" }
      : { path, value, problem: null };
  } catch (error) {
    if (!(error instanceof PivotbookError)) throw error;
    const problem = error.message.replace(`${full} is damaged: `, "");
    return { path, value: null, problem };
  }
}

function hashIn(path: string): string {
  return path.replace(/^.*\//, "").replace(/\.json$/, "");
}

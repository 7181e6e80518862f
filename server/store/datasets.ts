import { join } from "node:path";
import {
  BugError,
  ConflictError,
  type DatasetLog,
  InputError,
  NotFoundError,
  type PublishedSnapshot,
  type Segment,
  type Snapshot,
} from "@pivotbook/data";
import type { DatasetStore } from "../deps.ts";
import { withLock, writeAtomic } from "./atomic.ts";
import { sha256 } from "./digest.ts";
import type { Home } from "./home.ts";

const NAME = /^[a-z][a-z0-9_]{0,62}$/;

/** Throws unless the name can stand in SQL and in a file name as it is. */
export function checkDatasetName(name: string): void {
  if (NAME.test(name)) return;
  throw new InputError(`"${name}" cannot name a dataset`, {
    code: "bad-dataset-name",
    remedy: "Use lower-case letters, digits and underscores, a letter first",
  });
}

/** Datasets as files below `home`. */
export function openDatasets(home: Home, now: () => string): DatasetStore {
  const logPath = (name: string): string => join(home.datasets, `${name}.json`);

  async function log(name: string): Promise<DatasetLog> {
    checkDatasetName(name);
    return await readJson<DatasetLog>(logPath(name)) ?? { name, snapshots: [] };
  }

  async function snapshot(id: string): Promise<Snapshot> {
    const found = /^[0-9a-f]{64}$/.test(id)
      ? await readJson<Snapshot>(join(home.snapshots, `${id}.json`))
      : null;
    if (found) return found;
    throw new NotFoundError(`No snapshot ${id}`, { code: "unknown-snapshot" });
  }

  async function newest(name: string): Promise<Snapshot | null> {
    const last = (await log(name)).snapshots.at(-1);
    return last ? await snapshot(last.snapshot) : null;
  }

  async function publish(
    name: string,
    segments: readonly Segment[],
  ): Promise<Snapshot> {
    checkDatasetName(name);
    return await withLock(`${logPath(name)}.lock`, async () => {
      const former = await newest(name);
      const fresh = freshSegments(segments, { name, former });
      if (fresh.length === 0) return former ?? nothingToPublish(name);
      const next = snapshotOf([...former?.segments ?? [], ...fresh]);
      await writeAtomic(
        join(home.snapshots, `${next.id}.json`),
        JSON.stringify(next),
      );
      await append(name, {
        snapshot: next.id,
        publishedAt: now(),
        imports: [...importsOf(fresh)],
      });
      return next;
    });
  }

  async function append(name: string, entry: PublishedSnapshot): Promise<void> {
    const { snapshots } = await log(name);
    const updated: DatasetLog = { name, snapshots: [...snapshots, entry] };
    await writeAtomic(logPath(name), JSON.stringify(updated));
  }

  return {
    async names() {
      const found: string[] = [];
      for await (const { name } of Deno.readDir(home.datasets)) {
        const dataset = name.replace(/\.json$/, "");
        if (dataset !== name && NAME.test(dataset)) found.push(dataset);
      }
      return found.sort();
    },
    log,
    snapshot,
    publish,
    async view(name) {
      const found = await newest(name);
      if (found) return { name, snapshot: found };
      throw new NotFoundError(`No dataset is named "${name}"`, {
        code: "unknown-dataset",
        remedy: "List the datasets on the start page, or import a file into it",
      });
    },
  };
}

/** Ids of the imports whose rows segments hold. */
export function importsOf(segments: readonly Segment[]): Set<string> {
  return new Set(segments.flatMap(({ imports }) => imports));
}

/** Segments that the former snapshot does not hold; those that would bring rows a second time are refused. */
function freshSegments(
  segments: readonly Segment[],
  { name, former }: { name: string; former: Snapshot | null },
): Segment[] {
  const held = former?.segments ?? [];
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

function nothingToPublish(name: string): never {
  throw new BugError(
    `Nothing is to be published as the new dataset "${name}"`,
    {
      code: "empty-publication",
    },
  );
}

/** Segments sorted by hash, each once; the id is the digest of that list. */
function snapshotOf(segments: readonly Segment[]): Snapshot {
  const byHash = new Map(segments.map((segment) => [segment.sha256, segment]));
  const sorted = [...byHash.values()].sort((a, b) =>
    a.sha256 < b.sha256 ? -1 : 1
  );
  return {
    id: sha256(sorted.map((segment) => segment.sha256).join("\n")),
    segments: sorted,
  };
}

async function readJson<T>(path: string): Promise<T | null> {
  try {
    return JSON.parse(await Deno.readTextFile(path)) as T;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

import { join } from "node:path";
import {
  type DatasetLog,
  InputError,
  NotFoundError,
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
      const known = new Set(
        (await log(name)).snapshots.flatMap(({ imports }) => imports),
      );
      const fresh = segments.filter(({ imports }) =>
        !imports.every((id) => known.has(id))
      );
      const next = snapshotOf([
        ...((await newest(name))?.segments ?? []),
        ...fresh,
      ]);
      await writeAtomic(
        join(home.snapshots, `${next.id}.json`),
        JSON.stringify(next),
      );
      const former = await log(name);
      const imports = fresh.flatMap((segment) => segment.imports);
      const entry = { snapshot: next.id, publishedAt: now(), imports };
      const updated = { name, snapshots: [...former.snapshots, entry] };
      await writeAtomic(logPath(name), JSON.stringify(updated));
      return next;
    });
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

async function readJson<T>(path: string): Promise<T | null> {
  try {
    return JSON.parse(await Deno.readTextFile(path)) as T;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

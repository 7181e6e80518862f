import { join } from "node:path";
import { refuseName } from "@pivotbook/cells";
import {
  BugError,
  type DatasetLog,
  InputError,
  NotFoundError,
  type PublishedSnapshot,
  type Segment,
  type Snapshot,
} from "@pivotbook/data";
import type { DatasetStore, PublishOptions } from "../deps.ts";
import { moveAtomic, withLock, writeAtomic } from "./atomic.ts";
import type { Home } from "./home.ts";
import { logSchema, snapshotSchema } from "./manifest_schemas.ts";
import {
  freshSegments,
  importNamed,
  importsOf,
  snapshotOf,
  withoutImport,
} from "./snapshots.ts";
import { damagedFile, readStoredJson } from "./stored_file.ts";

/** Folder beside the logs where those of removed datasets are kept. */
const REMOVED = "removed";

/** The next entry of a log, and all segments of its snapshot. */
interface Addition extends Pick<PublishedSnapshot, "imports" | "withdrawn"> {
  readonly segments: readonly Segment[];
}

const NAME = /^[a-z][a-z0-9_]{0,62}$/;

/** Throws unless a new dataset can have the name: it stands in SQL, as a schema, and in a file name as it is. */
export function checkDatasetName(name: string): void {
  checkFileName(name);
  const refusal = refuseName(name, []);
  if (refusal === null) return;
  throw new InputError(refusal.reason, {
    code: "bad-dataset-name",
    remedy: `Name the dataset ${refusal.proposal}`,
  });
}

/** Older installations may hold datasets of names that are refused by now. */
function checkFileName(name: string): void {
  if (NAME.test(name)) return;
  throw new InputError(`"${name}" cannot name a dataset`, {
    code: "bad-dataset-name",
    remedy: "Use lower-case letters, digits and underscores, a letter first",
  });
}

/** Datasets as files below `home`. */
export function openDatasets(home: Home, now: () => string): DatasetStore {
  const logPath = (name: string): string => join(home.datasets, `${name}.json`);

  const snapshotPath = (id: string): string =>
    join(home.snapshots, `${id}.json`);

  async function log(name: string): Promise<DatasetLog> {
    checkFileName(name);
    return await readStoredJson(logPath(name), logSchema) ??
      { name, snapshots: [] };
  }

  async function snapshot(id: string): Promise<Snapshot> {
    const found = /^[0-9a-f]{64}$/.test(id)
      ? await readStoredJson(snapshotPath(id), snapshotSchema)
      : null;
    if (found) return found;
    throw new NotFoundError(`No snapshot ${id}`, { code: "unknown-snapshot" });
  }

  async function newest(name: string): Promise<Snapshot | null> {
    const last = (await log(name)).snapshots.at(-1);
    if (last === undefined) return null;
    const path = snapshotPath(last.snapshot);
    const found = await readStoredJson(path, snapshotSchema);
    if (found === null) throw damagedFile(path, "it is missing");
    return found;
  }

  async function publish(
    name: string,
    segments: readonly Segment[],
    { instead = new Set() }: PublishOptions = {},
  ): Promise<Snapshot> {
    return await locked(name, async () => {
      const former = await newest(name);
      if (former === null) checkDatasetName(name);
      const held = (former?.segments ?? [])
        .filter(({ sha256 }) => !instead.has(sha256));
      const fresh = freshSegments(segments, { name, held });
      if (fresh.length === 0) return former ?? nothingToPublish(name);
      const imports = [...importsOf(fresh)];
      return await append(name, { segments: [...held, ...fresh], imports });
    });
  }

  async function withdraw(name: string, start: string): Promise<Snapshot> {
    await checkKnown(name);
    return await locked(name, async () => {
      const held = (await newest(name) ?? unknownDataset(name)).segments;
      const id = importNamed(held, { name, start });
      const segments = withoutImport(held, { name, id });
      return await append(name, { segments, imports: [], withdrawn: [id] });
    });
  }

  async function remove(name: string): Promise<string> {
    await checkKnown(name);
    return await locked(name, async () => {
      await checkKnown(name);
      const kept = `${name}.${now().replaceAll(":", "")}.json`;
      await Deno.mkdir(join(home.datasets, REMOVED), { recursive: true });
      await moveAtomic(logPath(name), join(home.datasets, REMOVED, kept));
      return `${REMOVED}/${kept}`;
    });
  }

  async function checkKnown(name: string): Promise<void> {
    if ((await log(name)).snapshots.length === 0) unknownDataset(name);
  }

  /** One change of a dataset at a time, whatever the process. */
  async function locked<T>(name: string, work: () => Promise<T>): Promise<T> {
    checkFileName(name);
    return await withLock(`${logPath(name)}.lock`, work);
  }

  async function append(
    name: string,
    { segments, ...entry }: Addition,
  ): Promise<Snapshot> {
    const next = snapshotOf(segments);
    await writeAtomic(
      join(home.snapshots, `${next.id}.json`),
      JSON.stringify(next),
    );
    const { snapshots } = await log(name);
    const added = { snapshot: next.id, publishedAt: now(), ...entry };
    const updated: DatasetLog = { name, snapshots: [...snapshots, added] };
    await writeAtomic(logPath(name), JSON.stringify(updated));
    return next;
  }

  return {
    async names() {
      const found: string[] = [];
      for await (const { name } of Deno.readDir(home.datasets)) {
        if (name.endsWith(".json")) found.push(name.slice(0, -".json".length));
      }
      return found.sort();
    },
    log,
    snapshot,
    publish,
    withdraw,
    remove,
    async view(name) {
      const snapshot = await newest(name) ?? unknownDataset(name);
      return { name, snapshot };
    },
  };
}

function unknownDataset(name: string): never {
  throw new NotFoundError(`No dataset is named "${name}"`, {
    code: "unknown-dataset",
    remedy: "List the datasets on the start page, or import a file into it",
  });
}

function nothingToPublish(name: string): never {
  throw new BugError(
    `Nothing is to be published as the new dataset "${name}"`,
    {
      code: "empty-publication",
    },
  );
}

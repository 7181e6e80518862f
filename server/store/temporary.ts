import { join } from "node:path";

/** A folder for one piece of work, which no other process takes for abandoned. */
export interface TemporaryFolder {
  readonly path: string;
  /** Removes it and all that is in it. */
  remove(): Promise<void>;
}

const LOCK = ".lock";
const EXCLUSIVE = true;

/**
 * A new folder below `root`. Beside it lies a file whose lock is held as long
 * as the work lasts: the system gives it up when the process ends, however it
 * ends, and processes in other containers see it, too.
 */
export async function temporaryFolder(root: string): Promise<TemporaryFolder> {
  const path = join(root, crypto.randomUUID());
  const lock = await heldLock(path + LOCK);
  await Deno.mkdir(path);
  return {
    path,
    async remove() {
      await removeFolder(path);
      lock?.close();
    },
  };
}

/** Locks a new file; null where file systems know no locks. */
async function heldLock(path: string): Promise<Deno.FsFile | null> {
  for (;;) {
    const file = await Deno.open(path, { write: true, create: true });
    try {
      await file.lock(EXCLUSIVE);
    } catch {
      file.close();
      return null;
    }
    if (await exists(path)) return file;
    file.close();
  }
}

async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}

/** Removes what processes that no longer run have left behind below `root`. */
export async function removeAbandoned(root: string): Promise<void> {
  const names = (await Array.fromAsync(Deno.readDir(root)))
    .map(({ name }) => name.replace(LOCK, ""));
  for (const name of new Set(names)) {
    const path = join(root, name);
    const lock = await abandonedLock(path + LOCK);
    if (lock === null) continue;
    await removeFolder(path);
    lock.close();
  }
}

/** The lock of a folder whose process has ended; null while it runs. */
async function abandonedLock(path: string): Promise<Deno.FsFile | null> {
  const found = await exists(path);
  const file = await Deno.open(path, { write: true, create: true });
  try {
    if (await file.tryLock(EXCLUSIVE)) return file;
  } catch {
    // A file system without locks: nothing tells what is abandoned.
    if (!found) await Deno.remove(path).catch(() => {});
  }
  file.close();
  return null;
}

async function removeFolder(path: string): Promise<void> {
  await Deno.remove(path, { recursive: true }).catch(() => {});
  await Deno.remove(path + LOCK).catch(() => {});
}

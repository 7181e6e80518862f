import { dirname } from "node:path";
import { writeAll } from "./write_all.ts";

/** Writes a file so that a crash leaves either the former content or the new one. */
export async function writeAtomic(
  path: string,
  content: string | Uint8Array,
): Promise<void> {
  const bytes = typeof content === "string"
    ? new TextEncoder().encode(content)
    : content;
  const draft = `${path}.${crypto.randomUUID()}.tmp`;
  try {
    await writeSynced(draft, bytes);
    await Deno.rename(draft, path);
  } catch (error) {
    await Deno.remove(draft).catch(() => {});
    throw error;
  }
  await syncFolder(dirname(path));
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  using file = await Deno.open(path, { write: true, createNew: true });
  await writeAll(file, bytes);
  await file.sync();
}

/** Makes a finished file durable and moves it to its final name. */
export async function moveAtomic(from: string, to: string): Promise<void> {
  {
    using file = await Deno.open(from, { read: true, write: true });
    await file.sync();
  }
  await Deno.rename(from, to);
  await syncFolder(dirname(to));
}

/** A rename is durable only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  try {
    using file = await Deno.open(folder, { read: true });
    await file.sync();
  } catch {
    // Windows cannot open a folder; its renames need no second sync.
  }
}

/** Runs work while no other process holds the same lock file. */
export async function withLock<T>(
  path: string,
  work: () => Promise<T>,
): Promise<T> {
  using file = await Deno.open(path, { write: true, create: true });
  const exclusive = true;
  await file.lock(exclusive);
  return await work();
}

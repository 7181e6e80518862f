import { join } from "node:path";
import { InputError } from "@pivotbook/data";
import { unlessGone } from "./stored_file.ts";
import { removeAbandoned } from "./temporary.ts";

/** Where everything of one installation lies. All paths are absolute. */
export interface Home {
  readonly root: string;
  /** `<sha256>.duckdb`, `.index` and `.json`: never changed once there. */
  readonly segments: string;
  /** `<id>.json`: the segments of a snapshot. */
  readonly snapshots: string;
  /** `<name>.json`: a dataset's log. */
  readonly datasets: string;
  /** `<id>.json` and `<id>.rejected.ndjson`: what an import read and refused. */
  readonly imports: string;
  /** `<name>.md`. */
  readonly notebooks: string;
  /** Work that may be thrown away. */
  readonly temporary: string;
}

/** Names the folders of an installation and creates those that are missing. */
export async function openHome(root: string): Promise<Home> {
  const absolute = await absolutePath(root);
  const home = {
    root: absolute,
    segments: join(absolute, "segments"),
    snapshots: join(absolute, "snapshots"),
    datasets: join(absolute, "datasets"),
    imports: join(absolute, "imports"),
    notebooks: join(absolute, "notebooks"),
    temporary: join(absolute, "temporary"),
  };
  for (const folder of Object.values(home)) await openFolder(folder);
  await removeAbandoned(home.temporary);
  return home;
}

/** Creates a folder where it is missing; a link in its place is not followed. */
async function openFolder(path: string): Promise<void> {
  const info = await unlessGone(Deno.lstat(path));
  if (info === null) return await Deno.mkdir(path, { recursive: true });
  if (info.isDirectory) return;
  throw new InputError(
    `${path} is ${info.isSymlink ? "a symbolic link" : "no folder"}`,
    {
      code: "bad-home",
      remedy:
        "Links in an installation are not followed: move the folder itself here, or mount it",
      where: { path },
    },
  );
}

async function absolutePath(root: string): Promise<string> {
  await Deno.mkdir(root, { recursive: true });
  return await Deno.realPath(root);
}

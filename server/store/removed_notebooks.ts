import { join } from "node:path";
import { NotFoundError } from "@pivotbook/data";
import type { RemovedNotebook } from "../deps.ts";
import { moveAtomic } from "./atomic.ts";

/** A moment as it stands in a file's name. */
const MOMENT = /^[0-9TZ.-]+$/;

/** Where removed notebooks are kept. */
export interface RemovedNotebooks {
  /** Moves a notebook here. */
  keep(name: string): Promise<RemovedNotebook>;
  /** Moves it out again, to a path; a `NotFoundError` where it is not here. */
  putBack(removed: RemovedNotebook, path: string): Promise<void>;
}

/** Removed notebooks as files of the folder `.removed` beside the others, named by when they were removed. */
export function openRemoved(
  folder: string,
  now: () => string,
): RemovedNotebooks {
  const place = join(folder, ".removed");
  const pathOf = ({ name, at }: RemovedNotebook): string =>
    join(place, `${name}.${at}.md`);
  return {
    async keep(name) {
      const removed = { name, at: now().replaceAll(":", "") };
      await Deno.mkdir(place, { recursive: true });
      await moveAtomic(join(folder, `${name}.md`), pathOf(removed));
      return removed;
    },
    async putBack(removed, path) {
      const known = MOMENT.test(removed.at) && await isFile(pathOf(removed));
      if (!known) throw notKept(removed.name);
      await moveAtomic(pathOf(removed), path);
    },
  };
}

async function isFile(path: string): Promise<boolean> {
  return await Deno.stat(path).then(({ isFile }) => isFile, () => false);
}

function notKept(name: string): NotFoundError {
  return new NotFoundError(`No removed notebook is named "${name}"`, {
    code: "unknown-removed-notebook",
    remedy: "Look into the folder notebooks/.removed of the installation",
  });
}

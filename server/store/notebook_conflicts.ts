import { join } from "node:path";
import { writeAtomic } from "./atomic.ts";
import { readStored } from "./stored_file.ts";

/** Most refused texts that are kept of one notebook. */
export const MOST_CONFLICTS = 20;

/** Where texts are kept that another change of the notebook was faster than. */
export interface NotebookConflicts {
  /** Keeps a text beside the newest of the former ones; one that is kept already once only. */
  keep(name: string, text: string): Promise<void>;
}

/** Refused texts as files of the folder `conflicts` beside the notebooks, named by when they were refused. */
export function openConflicts(
  folder: string,
  now: () => string,
): NotebookConflicts {
  const place = join(folder, "conflicts");

  /** Paths of what is kept of a notebook, oldest first. */
  async function kept(name: string): Promise<string[]> {
    const names: string[] = [];
    for await (const { name: file } of Deno.readDir(place)) {
      if (file.startsWith(`${name}.`) && file.endsWith(".md")) names.push(file);
    }
    return names.sort().map((file) => join(place, file));
  }

  return {
    async keep(name, text) {
      await Deno.mkdir(place, { recursive: true });
      const former = await kept(name);
      const last = former.at(-1);
      if (last !== undefined && await readStored(last) === text) return;
      const at = now().replaceAll(":", "");
      await writeAtomic(join(place, `${name}.${at}.md`), text);
      const tooMany = former.slice(
        0,
        Math.max(0, former.length + 1 - MOST_CONFLICTS),
      );
      for (const path of tooMany) await Deno.remove(path).catch(() => {});
    },
  };
}

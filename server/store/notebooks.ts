import { join } from "node:path";
import { ConflictError, NotFoundError } from "@pivotbook/data";
import { parseNotebook } from "@pivotbook/cells";
import type {
  NotebookFile,
  NotebookStore,
  NotebookSummary,
  RemovedNotebook,
} from "../deps.ts";
import { withLock, writeAtomic } from "./atomic.ts";
import { sha256 } from "./digest.ts";
import { checkedName as checked, LONGEST_NAME } from "./notebook_name.ts";
import { Summaries } from "./notebook_summaries.ts";
import { openConflicts } from "./notebook_conflicts.ts";
import { openRemoved } from "./removed_notebooks.ts";
import { readStored, unlessGone } from "./stored_file.ts";

/** Notebooks as Markdown files of one folder; refused texts go to `conflicts/` beside them. */
export function openNotebooks(
  folder: string,
  now: () => string,
): NotebookStore {
  const pathOf = (name: string): string => join(folder, `${checked(name)}.md`);

  const removed = openRemoved(folder, now);
  const conflicts = openConflicts(folder, now);

  async function read(name: string): Promise<NotebookFile> {
    const text = await readStored(pathOf(name));
    if (text === null) throw unknownNotebook(name);
    return { name, text, version: versionOf(text) };
  }

  async function save(
    { name, text, version }: NotebookFile,
  ): Promise<NotebookFile> {
    return await withLock(join(folder, ".lock"), async () => {
      const current = await read(name);
      if (current.version !== version && current.text !== text) {
        await conflicts.keep(name, text);
        throw conflict(name);
      }
      await writeAtomic(pathOf(name), text);
      return { name, text, version: versionOf(text) };
    });
  }

  async function create(text: string): Promise<NotebookFile> {
    const { title } = parseNotebook(text);
    return await withLock(join(folder, ".lock"), async () => {
      const name = await freeName(folder, nameOf(title));
      await writeAtomic(pathOf(name), text);
      return { name, text, version: versionOf(text) };
    });
  }

  const summaries = new Summaries(folder);

  async function list(): Promise<NotebookSummary[]> {
    const found: NotebookSummary[] = [];
    for await (const { name } of Deno.readDir(folder)) {
      if (!name.endsWith(".md")) continue;
      const summary = await summaries.of(name.slice(0, -".md".length));
      if (summary !== null) found.push(summary);
    }
    return found.sort((a, b) => a.modifiedAt < b.modifiedAt ? 1 : -1);
  }

  async function remove(name: string): Promise<RemovedNotebook> {
    return await withLock(join(folder, ".lock"), async () => {
      await read(name);
      return await removed.keep(name);
    });
  }

  async function restore(gone: RemovedNotebook): Promise<NotebookFile> {
    return await withLock(join(folder, ".lock"), async () => {
      const free = await freeName(folder, checked(gone.name));
      await removed.putBack(gone, pathOf(free));
      return await read(free);
    });
  }

  return { list, read, create, save, remove, restore };
}

function versionOf(text: string): string {
  return sha256(text).slice(0, 32);
}

function unknownNotebook(name: string): NotFoundError {
  return new NotFoundError(`No notebook is named "${name}"`, {
    code: "unknown-notebook",
    remedy: "Open the start page, which lists all notebooks",
  });
}

function conflict(name: string): ConflictError {
  return new ConflictError(
    `The notebook "${name}" was changed elsewhere since it was opened`,
    {
      code: "notebook-changed",
      remedy:
        "Compare both texts and save again; yours is kept in the folder conflicts",
    },
  );
}

/** What a title looks like as the name of a file. */
function nameOf(title: string): string {
  const words = title.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-");
  return words.replaceAll(/^-|-$/g, "").slice(0, 60) || "investigation";
}

/** That name, or it with the first number that no notebook has, cut to be a name still. */
async function freeName(folder: string, base: string): Promise<string> {
  for (let number = 1;; number++) {
    const end = number === 1 ? "" : `-${number}`;
    const name = [...base].slice(0, LONGEST_NAME - end.length).join("") + end;
    const taken = await unlessGone(Deno.lstat(join(folder, `${name}.md`)));
    if (taken === null) return name;
  }
}

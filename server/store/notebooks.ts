import { join } from "node:path";
import { ConflictError, InputError, NotFoundError } from "@pivotbook/data";
import { parseNotebook } from "@pivotbook/cells";
import type {
  NotebookFile,
  NotebookStore,
  NotebookSummary,
  RemovedNotebook,
} from "../deps.ts";
import { withLock, writeAtomic } from "./atomic.ts";
import { sha256 } from "./digest.ts";
import { summaryOf } from "./notebook_summary.ts";
import { openRemoved } from "./removed_notebooks.ts";

const LONGEST_NAME = 81;
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u;

/** Notebooks as Markdown files of one folder; refused texts go to `conflicts/` beside them. */
export function openNotebooks(
  folder: string,
  now: () => string,
): NotebookStore {
  const pathOf = (name: string): string => join(folder, `${checked(name)}.md`);

  const removed = openRemoved(folder, now);

  async function read(name: string): Promise<NotebookFile> {
    const text = await textOf(pathOf(name));
    if (text === null) throw unknownNotebook(name);
    return { name, text, version: versionOf(text) };
  }

  async function save(
    { name, text, version }: NotebookFile,
  ): Promise<NotebookFile> {
    return await withLock(join(folder, ".lock"), async () => {
      const current = await read(name);
      if (current.version !== version && current.text !== text) {
        await keepRefused(folder, { name, text, at: now() });
        throw conflict(name);
      }
      await writeAtomic(pathOf(name), text);
      return { name, text, version: versionOf(text) };
    });
  }

  async function create(text: string): Promise<NotebookFile> {
    return await withLock(join(folder, ".lock"), async () => {
      const name = await freeName(folder, nameOf(parseNotebook(text).title));
      await writeAtomic(pathOf(name), text);
      return { name, text, version: versionOf(text) };
    });
  }

  async function list(): Promise<NotebookSummary[]> {
    const found: NotebookSummary[] = [];
    for await (const { name, isFile } of Deno.readDir(folder)) {
      if (isFile && name.endsWith(".md") && canName(name.slice(0, -3))) {
        const summary = await unlessGone(summaryOf(folder, name.slice(0, -3)));
        if (summary !== null) found.push(summary);
      }
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

function canName(name: string): boolean {
  return NAME.test(name) && [...name].length <= LONGEST_NAME;
}

function checked(name: string): string {
  if (canName(name)) return name;
  throw new InputError(`"${name}" cannot name a notebook`, {
    code: "bad-notebook-name",
    remedy: "Use letters, digits, hyphens and underscores",
  });
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

async function keepRefused(
  folder: string,
  { name, text, at }: { name: string; text: string; at: string },
): Promise<void> {
  await Deno.mkdir(join(folder, "conflicts"), { recursive: true });
  const path = join(
    folder,
    "conflicts",
    `${name}.${at.replaceAll(":", "")}.md`,
  );
  await writeAtomic(path, text);
}

async function textOf(path: string): Promise<string | null> {
  return await unlessGone(Deno.readTextFile(path));
}

/** Null where the file is not there, or is removed meanwhile. */
async function unlessGone<Result>(
  reading: Promise<Result>,
): Promise<Result | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
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
    if (await textOf(join(folder, `${name}.md`)) === null) return name;
  }
}

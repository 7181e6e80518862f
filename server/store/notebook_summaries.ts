import { join } from "node:path";
import {
  type Cell,
  type Notebook,
  parseNotebook,
  readIndicators,
} from "@pivotbook/cells";
import { PivotbookError, reportOf } from "@pivotbook/data";
import type { NotebookPivot, NotebookSummary } from "../deps.ts";
import { checkedName } from "./notebook_name.ts";
import { readStored, unlessGone } from "./stored_file.ts";

/** Most indicators that a list tells of one notebook. */
const MOST = 500;
/** Bytes from which on only the header of a notebook is read for a list, so that none is waited for. */
const LARGE = 2_000_000;
/** Bytes that hold the longest header. */
const HEADER = 131_072;

/** What a list shows of the notebooks of a folder; what did not change is not read again. */
export class Summaries {
  readonly #folder: string;
  readonly #known = new Map<string, KnownSummary>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The summary of a notebook, or of what stands in its place and cannot be read; null where it is gone meanwhile. */
  async of(name: string): Promise<NotebookSummary | null> {
    const path = join(this.#folder, `${name}.md`);
    const info = await unlessGone(Deno.lstat(path));
    if (info === null) return null;
    const modified = info.mtime ?? new Date(0);
    const version = `${info.size} ${modified.getTime()} ${info.ino}`;
    const known = this.#known.get(name);
    if (known?.version === version) return known.summary;
    const summary = await read(path, { name, modified, size: info.size });
    if (summary !== null) this.#known.set(name, { version, summary });
    return summary;
  }
}

interface KnownSummary {
  readonly version: string;
  readonly summary: NotebookSummary;
}

/** A file as it lies in the folder. */
interface Listed {
  readonly name: string;
  readonly modified: Date;
  /** Bytes. */
  readonly size: number;
}

async function read(
  path: string,
  listed: Listed,
): Promise<NotebookSummary | null> {
  const base = {
    name: listed.name,
    modifiedAt: listed.modified.toISOString(),
    error: null,
  };
  try {
    checkedName(listed.name);
    const text = listed.size < LARGE
      ? await readStored(path)
      : await head(path);
    return text === null ? null : {
      ...base,
      ...facts(parseNotebook(text)),
      ...listed.size < LARGE ? {} : { cells: null, pivots: [] },
    };
  } catch (error) {
    if (!(error instanceof PivotbookError)) throw error;
    const unknown = { title: "", tlp: null, datasets: [], cells: null };
    return { ...base, ...unknown, pivots: [], error: reportOf(error) };
  }
}

/** The beginning of a large notebook. */
async function head(path: string): Promise<string> {
  using file = await Deno.open(path);
  const bytes = new Uint8Array(HEADER);
  const length = await file.read(bytes) ?? 0;
  return new TextDecoder().decode(bytes.subarray(0, length));
}

function facts(
  notebook: Notebook,
): Pick<NotebookSummary, "title" | "tlp" | "datasets" | "cells" | "pivots"> {
  const { title, tlp, datasets } = notebook;
  const cells = cellsOf(notebook);
  return {
    title,
    tlp,
    datasets,
    cells: cells.length,
    pivots: cells.filter(({ kind }) => kind === "pivot").flatMap(pivotsOf)
      .slice(0, MOST),
  };
}

function cellsOf({ blocks }: Notebook): readonly Cell[] {
  return blocks.filter((block) => block.type === "cell");
}

/** What a pivot names itself; nothing where its text cannot be read, which the page says. */
function pivotsOf({ name, body }: Cell): readonly NotebookPivot[] {
  try {
    return readIndicators(body).map((one) => ({ ...one, cell: name }));
  } catch {
    return [];
  }
}

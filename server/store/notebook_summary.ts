import { join } from "node:path";
import {
  type Cell,
  type Notebook,
  parseNotebook,
  readIndicators,
} from "@pivotbook/cells";
import type { NotebookPivot, NotebookSummary } from "../deps.ts";

/** Most indicators that a list tells of one notebook. */
const MOST = 500;

/** What a list shows of a notebook in a folder. */
export async function summaryOf(
  folder: string,
  name: string,
): Promise<NotebookSummary> {
  const path = join(folder, `${name}.md`);
  const notebook = parseNotebook(await Deno.readTextFile(path));
  const { title, tlp, datasets } = notebook;
  const cells = cellsOf(notebook);
  const modified = (await Deno.stat(path)).mtime ?? new Date(0);
  return {
    name,
    title,
    tlp,
    datasets,
    cells: cells.length,
    pivots: cells.filter(({ kind }) => kind === "pivot").flatMap(pivotsOf)
      .slice(0, MOST),
    modifiedAt: modified.toISOString(),
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

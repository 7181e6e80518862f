import type { Block, Notebook } from "@pivotbook/cells";
import { textOf } from "./edits.ts";

/** The notebook's text with a cell put after a block, blank lines around it; null puts it first. */
export function insertedText(
  notebook: Notebook,
  { after, raw }: { after: string | null; raw: string },
): string {
  const { frontmatter, blocks } = notebook;
  const place = blocks.findIndex(({ id }) => id === after) + 1;
  const text = (part: readonly Block[]) => part.map((one) => one.raw).join("");
  const before = frontmatter + text(blocks.slice(0, place));
  const rest = text(blocks.slice(place));
  return `${spaced(before)}${raw.replace(/\n*$/, "\n")}${
    rest === "" || rest.startsWith("\n") ? rest : `\n${rest}`
  }`;
}

/** The notebook's text with a block moved over its neighbour. */
export function movedText(
  notebook: Notebook,
  { id, by }: { id: string; by: -1 | 1 },
): string {
  const filled = notebook.blocks.filter(isFilled);
  const from = filled.findIndex((block) => block.id === id);
  const other = filled[from + by];
  const block = filled[from];
  if (!other || !block) return textOf(notebook);
  const swap = new Map([[block, other], [other, block]]);
  const blocks = notebook.blocks.map((one) => swap.get(one) ?? one);
  return textOf({ ...notebook, blocks: blocks.map(closedBlock) });
}

/** Whether a block is more than blank lines. */
export function isFilled(block: Block): boolean {
  return block.type === "cell" || block.raw.trim() !== "";
}

function closedBlock(block: Block): Block {
  return block.raw.endsWith("\n") ? block : { ...block, raw: `${block.raw}\n` };
}

/** Ends with one blank line, unless there is nothing. */
function spaced(text: string): string {
  if (text === "" || text.endsWith("\n\n")) return text;
  return text.endsWith("\n") ? `${text}\n` : `${text}\n\n`;
}

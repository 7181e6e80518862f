import { type Cell, parseNotebook } from "@pivotbook/cells";

/** Reads the raw text of one cell; null where it is not exactly one. */
export function parseCell(raw: string): Cell | null {
  const [block, ...more] = parseNotebook(raw).blocks;
  return block?.type === "cell" && more.length === 0 ? block : null;
}

import type { Block, Cell, Notebook } from "@pivotbook/cells";
import { parentOf } from "../notebook/edits.ts";

/** A cell in the outline. */
export interface OutlineCell {
  readonly cell: Cell;
  /** The pivot above it that it came from; null where it begins anew. */
  readonly parent: string | null;
  /** How many pivots lie between it and where the investigation began. */
  readonly depth: number;
}

/** A heading and the cells below it, up to the next heading. */
export interface OutlineSection {
  /** Null for what stands before the first heading. */
  readonly heading: OutlineHeading | null;
  readonly cells: readonly OutlineCell[];
}

/** A heading of prose. */
export interface OutlineHeading {
  /** The block that holds it. */
  readonly id: string;
  readonly label: string;
  /** 1 for the highest. */
  readonly level: number;
}

/** The notebook in its own order: headings, and below each its cells. */
export function sectionsOf({ blocks }: Notebook): readonly OutlineSection[] {
  const depths = new Map<string, number>();
  const sections: { heading: OutlineHeading | null; cells: OutlineCell[] }[] = [
    { heading: null, cells: [] },
  ];
  for (const block of blocks) {
    if (block.type === "cell") {
      sections.at(-1)?.cells.push(placed(block, depths));
    }
    for (const heading of headingsOf(block)) {
      sections.push({ heading, cells: [] });
    }
  }
  return sections.filter(({ heading, cells }) => heading || cells.length > 0);
}

/** What a link calls a block: a cell by its name, prose by its first heading. */
export function anchorOf(block: Block): string {
  const [first] = headingsOf(block);
  return (block.type === "cell" ? block.name : first?.label) ?? block.id;
}

/** The block that a link names. */
export function blockAt(
  { blocks }: Notebook,
  anchor: string,
): Block | undefined {
  return blocks.find((block) => anchorOf(block) === anchor) ??
    blocks.find((block) =>
      headingsOf(block).some(({ label }) => label === anchor)
    ) ??
    blocks.find(({ id }) => id === anchor);
}

/** Where a cell hangs, below the pivots before it; remembers pivots in `depths`. */
function placed(cell: Cell, depths: Map<string, number>): OutlineCell {
  const from = parentOf(cell) ?? "";
  const above = cell.kind === "pivot" ? depths.get(from) : undefined;
  const depth = above === undefined ? 0 : above + 1;
  if (cell.kind === "pivot" && cell.name !== null) depths.set(cell.name, depth);
  return { cell, parent: above === undefined ? null : from, depth };
}

/** Code in prose, where a line with a hash is a comment. */
const FENCED =
  /^ {0,3}(`{3,}|~{3,})[^\n]*\n[^]*?(?:^ {0,3}\1[`~]*[ \t]*$|(?![^]))/gm;

function headingsOf(block: Block): readonly OutlineHeading[] {
  if (block.type === "cell") return [];
  const found = block.raw.replace(FENCED, "").matchAll(
    /^ {0,3}(#{1,3})[ \t]+(.+?)[ \t]*#*[ \t]*$/gm,
  );
  return [...found].map(([, marks = "", label = ""]) => ({
    id: block.id,
    label,
    level: marks.length,
  }));
}

import type { Block, Cell, Notebook } from "@pivotbook/cells";
import { parentOf } from "../notebook_edits.ts";

/** A line of the outline: a cell or a heading of prose, and what descends from it. */
export interface OutlineItem {
  readonly id: string;
  readonly label: string;
  /** Null for prose. */
  readonly cell: Cell | null;
  readonly children: readonly OutlineItem[];
}

/** The notebook as a tree: pivots below the cell before them that they came from, the rest in order. */
export function outlineOf({ blocks }: Notebook): readonly OutlineItem[] {
  const seen = new Set<string | null>();
  const roots = blocks.filter((block) => {
    if (block.type === "prose") return headingOf(block.raw) !== null;
    const below = seen.has(parentOf(block));
    if (block.name !== null) seen.add(block.name);
    return !below;
  });
  return roots.map((block) => itemOf(block, blocks));
}

function itemOf(block: Block, blocks: readonly Block[]): OutlineItem {
  const { id } = block;
  if (block.type === "prose") {
    return { id, label: headingOf(block.raw) ?? "", cell: null, children: [] };
  }
  const later = blocks.slice(blocks.indexOf(block) + 1);
  const children = later.filter((other) =>
    other.type === "cell" && block.name !== null &&
    parentOf(other) === block.name
  );
  return {
    id,
    label: block.name ?? block.kind,
    cell: block,
    children: children.map((child) => itemOf(child, later)),
  };
}

/** What a link calls a block: a cell by its name, prose by its heading. */
export function anchorOf(block: Block): string {
  const name = block.type === "cell" ? block.name : headingOf(block.raw);
  return name ?? block.id;
}

/** The block that a link names. */
export function blockAt(
  { blocks }: Notebook,
  anchor: string,
): Block | undefined {
  return blocks.find((block) => anchorOf(block) === anchor) ??
    blocks.find(({ id }) => id === anchor);
}

/** The first heading of prose; null where it has none. */
function headingOf(raw: string): string | null {
  const match = /^ {0,3}#{1,3}\s+(.+?)\s*#*\s*$/m.exec(raw);
  return match?.[1] ?? null;
}

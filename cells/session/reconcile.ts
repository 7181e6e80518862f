import type { Block, Cell, Notebook } from "../notebook/notebook.ts";

/** Blocks with ids, and the number of the next new one. */
export interface Reconciled {
  readonly blocks: readonly Block[];
  readonly nextId: number;
}

/**
 * Gives the blocks of a new text the ids of the old ones that they continue:
 * first those with the same text, then cells of the same kind and name, then
 * `hint` for what stands in its place.
 */
export function reconcile(
  before: readonly Block[],
  after: Notebook,
  { nextId, hint }: { nextId: number; hint: string | null },
): Reconciled {
  const ids = new Map<Block, string>();
  const free = new Map(before.map((block) => [block.id, block]));
  for (const keyOf of [textKey, nameKey]) {
    for (const block of after.blocks) {
      if (ids.has(block)) continue;
      const match = firstMatch(block, { free, keyOf });
      if (match === undefined) continue;
      ids.set(block, match);
      free.delete(match);
    }
  }
  const heir = hint !== null && free.has(hint)
    ? after.blocks.find((block) => !ids.has(block))
    : undefined;
  if (heir && hint !== null) ids.set(heir, hint);
  let next = nextId;
  const blocks = after.blocks.map((block) => ({
    ...block,
    id: ids.get(block) ?? `b${next++}`,
  }));
  return { blocks, nextId: next };
}

type Key = (block: Block) => string | null;

const textKey: Key = (block) =>
  block.type === "cell" ? `cell ${contentKey(block)}` : `prose ${block.raw}`;

const nameKey: Key = (block) =>
  block.type === "cell" && block.name !== null
    ? `${block.kind} ${block.name}`
    : null;

/** What decides what a cell does: everything but its place and the form of its fences. */
export function contentKey({ kind, name, options, body }: Cell): string {
  return JSON.stringify([kind, name, options, body]);
}

function firstMatch(
  block: Block,
  { free, keyOf }: { free: ReadonlyMap<string, Block>; keyOf: Key },
): string | undefined {
  const key = keyOf(block);
  if (key === null) return undefined;
  for (const [id, candidate] of free) if (keyOf(candidate) === key) return id;
  return undefined;
}

import { closes, type Fence, openingFence } from "./fence.ts";
import { firstWord } from "./info_string.ts";
import { splitLines } from "./lines.ts";

/** A stretch of a notebook: lines of prose, or a cell with its fences. */
export interface Stretch {
  readonly fence: Fence | null;
  readonly lines: readonly string[];
  /** Whether the closing fence is there; true for prose. */
  readonly closed: boolean;
  /** Of prose: the fenced blocks in it. */
  readonly fenced: readonly FencedProse[];
}

/** A fenced block that is no cell. */
export interface FencedProse {
  /** First word of its info string. */
  readonly word: string;
  /** Lines before it in its stretch. */
  readonly before: number;
}

/** Cuts a text into cells (fenced blocks whose first info word is a cell kind) and the prose between them. */
export function splitBlocks(
  text: string,
  isCellKind: (word: string) => boolean,
): Stretch[] {
  const stretches: Stretch[] = [];
  let prose: string[] = [];
  let others: FencedProse[] = [];
  const endProse = (): void => {
    if (prose.length > 0) {
      const fenced = others;
      stretches.push({ fence: null, lines: prose, closed: true, fenced });
    }
    prose = [];
    others = [];
  };
  const lines = splitLines(text);
  for (let index = 0; index < lines.length;) {
    const fenced = fencedAt(lines, index);
    if (fenced?.fence && isCellKind(firstWord(fenced.fence.info))) {
      endProse();
      stretches.push(fenced);
    } else {
      const word = firstWord(fenced?.fence?.info ?? "");
      if (word !== "") others.push({ word, before: prose.length });
      prose.push(...fenced?.lines ?? lines.slice(index, index + 1));
    }
    index += fenced?.lines.length ?? 1;
  }
  endProse();
  return stretches;
}

function fencedAt(lines: readonly string[], start: number): Stretch | null {
  const fence = openingFence(lines[start] ?? "");
  if (!fence) return null;
  const fenced: FencedProse[] = [];
  for (let index = start + 1; index < lines.length; index++) {
    if (closes(fence, lines[index] ?? "")) {
      const own = lines.slice(start, index + 1);
      return { fence, lines: own, closed: true, fenced };
    }
  }
  return { fence, lines: lines.slice(start), closed: false, fenced };
}

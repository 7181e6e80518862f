import { closes, openingFence } from "./fence.ts";
import { splitLines } from "./lines.ts";

/** A place in prose where the page shows a value: `${cell.column}` or `${pivot.table.column}`. */
export interface ProseValue {
  readonly cell: string;
  /** Null where the cell is itself a table. */
  readonly table: string | null;
  readonly column: string;
  /** Where the reference starts and stops in the raw prose. */
  readonly start: number;
  readonly stop: number;
}

const NAME = "[A-Za-z_][A-Za-z0-9_]*";
const PLACE = new RegExp(
  `(\`+)(?:(?!\\1)[\\s\\S]|\\1\`+)*?\\1(?!\`)|\\\\[\\s\\S]|\\$\\{(${NAME})(?:\\.(${NAME}))?\\.(${NAME})\\}`,
  "g",
);

/** Finds the values that a prose block shows, in order; code spans, code blocks and `\${` are left alone. */
export function proseValues(raw: string): ProseValue[] {
  const text = withoutCodeBlocks(raw);
  return [...text.matchAll(PLACE)].flatMap((match) => {
    const [whole, , cell, table = null, column] = match;
    if (cell === undefined || column === undefined) return [];
    const start = match.index;
    return [{ cell, table, column, start, stop: start + whole.length }];
  });
}

/** The text with fenced code overwritten by spaces, so that offsets stay. */
function withoutCodeBlocks(raw: string): string {
  const lines = splitLines(raw);
  let fence: ReturnType<typeof openingFence> = null;
  return lines.map((line) => {
    const inside = fence !== null;
    if (fence && closes(fence, line)) fence = null;
    else fence ??= openingFence(line);
    return inside || fence ? " ".repeat(line.length) : line;
  }).join("");
}

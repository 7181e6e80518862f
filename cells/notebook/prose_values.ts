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
  `\\\\[\\s\\S]|\\$\\{(${NAME})(?:\\.(${NAME}))?\\.(${NAME})\\}`,
  "g",
);

/** Finds the values that a prose block shows, in order; code spans, code blocks and `\${` are left alone. */
export function proseValues(raw: string): ProseValue[] {
  const text = withoutCodeSpans(withoutCodeBlocks(raw));
  return [...text.matchAll(PLACE)].flatMap((match) => {
    const [whole, cell, table = null, column] = match;
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

/** The text with code spans overwritten by spaces: a run of backticks closes at the next run of the same length, and is text where there is none. */
function withoutCodeSpans(text: string): string {
  const runs = [...text.matchAll(/\\`|`+/g)].filter(([run]) =>
    run.startsWith("`")
  );
  const closings = closingRuns(runs.map(([run]) => run.length));
  const parts: string[] = [];
  let done = 0;
  for (let index = 0; index < runs.length; index++) {
    const open = runs[index];
    const closing = closings[index] ?? -1;
    const close = runs[closing];
    if (!open || !close) continue;
    const stop = close.index + close[0].length;
    parts.push(text.slice(done, open.index), " ".repeat(stop - open.index));
    done = stop;
    index = closing;
  }
  return parts.join("") + text.slice(done);
}

/** For each run the next one of the same length, or -1. */
function closingRuns(lengths: readonly number[]): number[] {
  const next = new Map<number, number>();
  return lengths.map((length, index) => ({ length, index })).reverse()
    .map(({ length, index }) => {
      const closing = next.get(length) ?? -1;
      next.set(length, index);
      return closing;
    }).reverse();
}

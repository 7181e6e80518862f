import { PAGE_BYTES } from "@pivotbook/data";

/** A span of a file or of its pages, `stop` excluded. */
export interface FileSpan {
  readonly start: number;
  readonly stop: number;
}

/** The page that holds a byte. */
export function pageAt(position: number): number {
  return Math.floor(position / PAGE_BYTES);
}

/** Ascending pages as spans of pages; holes of up to `holes` pages are filled. */
export function pageSpans(
  pages: readonly number[],
  { holes }: { holes: number },
): FileSpan[] {
  const runs: FileSpan[] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last && page - last.stop <= holes) {
      runs[runs.length - 1] = { start: last.start, stop: page + 1 };
    } else runs.push({ start: page, stop: page + 1 });
  }
  return runs;
}

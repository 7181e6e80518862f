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
export function runsOf(pages: readonly number[], holes: number): FileSpan[] {
  const runs: FileSpan[] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last && page - last.stop <= holes) {
      runs[runs.length - 1] = { start: last.start, stop: page + 1 };
    } else runs.push({ start: page, stop: page + 1 });
  }
  return runs;
}

/** Pieces one after the other. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const length = pieces.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const joined = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.byteLength;
  }
  return joined;
}

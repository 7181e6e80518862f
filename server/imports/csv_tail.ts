import { isBlank, linesFrom } from "./csv_lines.ts";
import type { CsvPlace } from "./csv_place.ts";
import type { Rejects } from "./rejects.ts";

/** Rejects every line from there on: behind a quote that is not closed nothing tells where a record begins. */
export async function rejectTail(
  { path, from, signal }: {
    path: string;
    from: CsvPlace;
    signal: AbortSignal | undefined;
  },
  rejects: Rejects,
): Promise<void> {
  let first: number | null = null;
  for await (const piece of linesFrom(path, from)) {
    signal?.throwIfAborted();
    if (isBlank(piece)) continue;
    const { line, bytes } = piece;
    first ??= line;
    const reason = `behind a quote on line ${first} that is not closed`;
    await rejects.add({ line, reason, text: bytes.toString().trimEnd() });
  }
}

import { isBlank, linesFrom } from "./csv_lines.ts";
import type { CsvPlace } from "./csv_place.ts";
import type { Rejects } from "./rejects.ts";

/** Rejects the first line from there on, on which a quote is opened and never closed, and gives the place behind it; null at the end. */
export async function rejectLine(
  { path, from }: { path: string; from: CsvPlace },
  rejects: Rejects,
): Promise<CsvPlace | null> {
  for await (const piece of linesFrom(path, from)) {
    if (isBlank(piece)) continue;
    const { line, offset, bytes } = piece;
    const text = bytes.toString().trimEnd();
    await rejects.add({ line, reason: "a quote is not closed", text });
    return { offset: offset + bytes.length, line: line + 1 };
  }
  return null;
}

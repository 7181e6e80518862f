import { isBlank, linesFrom } from "./csv_lines.ts";
import type { CsvPlace } from "./csv_place.ts";

/** A record that cannot be read. */
export interface CsvRecordSpan {
  /** Its first line that is not blank, and its last. */
  readonly first: number;
  readonly last: number;
  /** Its first line. */
  readonly text: string;
  /** Where the next record begins. */
  readonly next: CsvPlace;
}

const QUOTE = '"';

/** Where the record ends that begins at a place, by its quotes alone; null where the last is not closed. */
export async function recordSpan(
  path: string,
  { from, delimiter }: { from: CsvPlace; delimiter: string },
): Promise<CsvRecordSpan | null> {
  const quotes = new Quotes(delimiter);
  let first: number | null = null;
  let text = "";
  for await (const piece of linesFrom(path, from)) {
    if (first === null && isBlank(piece)) continue;
    const { offset, line, bytes } = piece;
    if (first === null) text = bytes.toString().trimEnd();
    first ??= line;
    quotes.take(bytes.toString());
    if (quotes.open) continue;
    const next = { offset: offset + bytes.length, line: line + 1 };
    return { first, last: line, text, next };
  }
  return null;
}

/** Follows the quotes of a record, line by line; a quote counts only where its field is still empty. */
class Quotes {
  /** Whether what follows stands between quotes. */
  open = false;
  #empty = true;
  readonly #delimiter: string;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  take(line: string): void {
    for (let at = 0; at < line.length; at++) {
      const doubled = this.open && line.startsWith(QUOTE + QUOTE, at);
      this.#character(doubled ? "" : line.charAt(at));
      if (doubled) at += 1;
    }
  }

  #character(character: string): void {
    const outside = !this.open;
    if (character === QUOTE && (this.open || this.#empty)) this.open = outside;
    else if (outside && character === this.#delimiter) this.#empty = true;
    else if (!outside || character.trim() !== "") this.#empty = false;
  }
}

/** Replacements of one pass, in order: where each piece stands in the new text, and where it stood. */
interface Pass {
  readonly newStarts: number[];
  readonly newEnds: number[];
  readonly oldStarts: number[];
  readonly oldEnds: number[];
}

/** A range of UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text that was rewritten in passes, and knows where each part of it stood at first. */
export class MappedText {
  readonly text: string;
  readonly #passes: readonly Pass[];

  constructor(text: string, passes: readonly Pass[] = []) {
    this.text = text;
    this.#passes = passes;
  }

  /** The text with each match written anew; the same object where nothing changes. */
  replaced(
    found: RegExp,
    write: (match: RegExpMatchArray) => string,
  ): MappedText {
    const pass: Pass = {
      newStarts: [],
      newEnds: [],
      oldStarts: [],
      oldEnds: [],
    };
    const parts: string[] = [];
    let read = 0;
    let written = 0;
    for (const match of this.text.matchAll(found)) {
      const piece = write(match);
      if (piece === match[0]) continue;
      parts.push(this.text.slice(read, match.index), piece);
      written += match.index - read;
      pass.newStarts.push(written);
      written += piece.length;
      pass.newEnds.push(written);
      read = match.index + match[0].length;
      pass.oldStarts.push(match.index);
      pass.oldEnds.push(read);
    }
    if (parts.length === 0) return this;
    parts.push(this.text.slice(read));
    return new MappedText(parts.join(""), [...this.#passes, pass]);
  }

  /** Where a range of the text stood in the text at first; a range that cuts a rewritten piece takes all of it. */
  source({ start, end }: Span): Span {
    return this.#passes.reduceRight(
      (span, pass) => ({
        start: old(pass, span.start).start,
        end: old(pass, span.end - 1).end,
      }),
      { start, end },
    );
  }
}

/** Where the character at `place` stood before a pass. */
function old(pass: Pass, place: number): Span {
  const index = lastAtOrBefore(pass.newStarts, place);
  if (index < 0) return { start: place, end: place + 1 };
  const oldEnd = pass.oldEnds[index] ?? 0;
  const newEnd = pass.newEnds[index] ?? 0;
  if (place < newEnd) return { start: pass.oldStarts[index] ?? 0, end: oldEnd };
  const start = oldEnd + place - newEnd;
  return { start, end: start + 1 };
}

/** Index of the last of ascending numbers that is not above `value`, or -1. */
function lastAtOrBefore(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

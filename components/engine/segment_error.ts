import { QueryError } from "@pivotbook/data";

/** What may be wrong with a segment, as its messages say it, and what to do; the first that fits counts. */
const troubles: readonly (readonly [RegExp, Trouble])[] = [
  [/Segment changed/, {
    code: "segment-changed",
    remedy: "Restore the file, or import its files again, and run again",
  }],
  [/answered (416|\d+ bytes instead|without its bytes)/, {
    code: "segment-unreadable",
    remedy:
      "The file on the server is cut short: restore it, or import its files again, and run again",
  }],
  [/answered 404/, {
    code: "segment-unreadable",
    remedy:
      "The file is missing on the server: restore it, or import its files again, and run again",
  }],
];

const unreachable: Trouble = {
  code: "segment-unreadable",
  remedy: "Check that the server is reachable and run again",
};

interface Trouble {
  readonly code: string;
  readonly remedy: string;
}

/** An error of reading segments, for a reader. */
export function segmentError(message: string): QueryError {
  const found = troubles.find(([words]) => words.test(message));
  return new QueryError(message, found?.[1] ?? unreachable);
}

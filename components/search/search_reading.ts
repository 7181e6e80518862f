import {
  distinctIndicators,
  extractIndicators,
  type Indicator,
  type ParsedIndicator,
  tryParseIndicator,
} from "@pivotbook/data";

import { nearMiss } from "./near_miss.ts";

/** What was typed or pasted, as the search bar understands it. */
export interface SearchReading {
  /** What is looked for, each once. */
  readonly found: readonly Indicator[];
  /** Names that are not looked for, since a report means files by them. */
  readonly leftOut: readonly Indicator[];
  /** What else the only indicator might be; empty for several. */
  readonly notes: readonly string[];
  /** What the text looks like that is not read whole, and what it lacks; null where it is read or nothing can be told. */
  readonly missing: string | null;
}

/** What the data room notes of a name such as `readme.md`. */
const FILE_NAME = "may be a file name";

/** Reads a text: one indicator is taken as it is, names in a report that may be files are left out. */
export function readSearch(text: string): SearchReading {
  const whole = tryParseIndicator(text);
  if (whole) {
    const found = [plain(whole)];
    return { found, leftOut: [], notes: whole.ambiguous, missing: null };
  }
  const named = distinctIndicators(extractIndicators(text));
  const found = named.filter((one) => !isFile(one));
  const [only, ...others] = found;
  return {
    found: found.map(plain),
    leftOut: named.filter(isFile).map(plain),
    notes: only && others.length === 0 ? only.ambiguous : [],
    missing: nearMiss(text),
  };
}

function isFile({ ambiguous }: ParsedIndicator): boolean {
  return ambiguous.some((note) => note.includes(FILE_NAME));
}

function plain({ type, value }: ParsedIndicator): Indicator {
  return { type, value };
}

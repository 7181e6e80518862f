import { hasKnownSuffix } from "./host_name.ts";
import type { Indicator } from "./indicator.ts";
import { type ParsedIndicator, tryParseIndicator } from "./parse.ts";

/** An indicator found in a running text. */
export interface ExtractedIndicator extends ParsedIndicator {
  /** Where `original` begins, in UTF-16 code units. */
  readonly offset: number;
}

const DOT =
  "(?:\\s?[\\[({<]\\s?(?:\\.|dot)\\s?[\\])}>]?\\s?|\\\\?\\.[\\])}>]?)";
const LABEL = "[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_-]{0,62}[\\p{L}\\p{N}_])?";
const HOST = `\\[?${LABEL}\\]?(?:${DOT}\\[?${LABEL}\\]?){1,40}`;
const SCHEME_NAME =
  "\\b(?:h(?:xx|tt|tx|xt|\\*\\*|\\[tt\\])ps?|meows?|f(?:tp|xp|tx)s?)";
const SCHEME =
  `(?:[\\[({<]${SCHEME_NAME}[\\])}>]|[\\[({<](?=${SCHEME_NAME}:\\/\\/[\\])}>])${SCHEME_NAME}|${SCHEME_NAME})[\\[({<]?:[\\])}>]?(?://|\\\\\\\\|\\[/\\]\\[/\\])[\\])}>]?`;

/** What may stand in a text, longest first: the first that parses wins. */
const CANDIDATES: readonly RegExp[] = [
  new RegExp(`${SCHEME}[^\\s"'<>\`|]+`, "giu"),
  new RegExp(
    `(?<![\\w.+-])[\\w.+-]{1,64}(?:@|\\s?[\\[({<]\\s?(?:@|at)\\s?[\\])}>]\\s?)${HOST}`,
    "giu",
  ),
  /(?<![\w:.])(?:[0-9a-f]{1,4}:){1,7}[0-9a-f:.]*(?:::)?[0-9a-f:.]*(?:\/\d{1,3})?|(?<![\w:.])::[0-9a-f][0-9a-f:.]*(?:\/\d{1,3})?/gi,
  new RegExp(
    `(?<![\\w.])\\d{1,3}(?:(?:${DOT}|,)\\d{1,3}){3}(?:\\/\\d{1,2})?(?![\\w])`,
    "giu",
  ),
  /\b[0-9a-f]{64}\b|\b[0-9a-f]{40}\b|\b[0-9a-f]{32}\b/gi,
  /\bCVE[-\s]\d{4}[-\s]\d{4,7}\b/gi,
  /\bASN?\s?\d{1,10}\b/g,
  /\b(?:UA-\d{4,10}-\d{1,4}|GTM-[A-Z0-9]{4,9}|(?:ca-)?pub-\d{10,20})\b/g,
  new RegExp(`(?<![\\w@/.-])${HOST}\\.?`, "giu"),
];

/**
 * Finds the indicators of a report, in order, each occurrence once. A name
 * counts only if its ending is a public suffix, so that file names and
 * abbreviations stay out; what may be either says so in `ambiguous`.
 */
export function extractIndicators(text: string): ExtractedIndicator[] {
  const taken: ExtractedIndicator[] = [];
  const spans = new Spans(text.length);
  for (const pattern of CANDIDATES) {
    for (const match of text.matchAll(pattern)) {
      const found = spans.isFree(match.index, match[0].length)
        ? read(match[0], match.index)
        : null;
      if (found === null) continue;
      spans.take(match.index, match[0].length);
      taken.push(found);
    }
  }
  return taken.sort((a, b) => a.offset - b.offset);
}

function read(candidate: string, index: number): ExtractedIndicator | null {
  const original = withoutSentence(candidate);
  const parsed = tryParseIndicator(original);
  if (parsed === null || !isTelling(parsed, original)) return null;
  return { ...parsed, original, offset: index };
}

/** Longest candidate in UTF-16 code units that is looked at. */
const LONGEST = 8192;

const CLOSED_BY: Readonly<Record<string, string>> = {
  ")": "(",
  "]": "[",
  "}": "{",
  ">": "<",
};

/** The candidate without what belongs to the sentence: marks, and brackets that it does not open itself. */
function withoutSentence(candidate: string): string {
  let text = candidate.slice(0, LONGEST);
  while (endsWithMark(text)) text = text.slice(0, -1);
  return text;
}

function endsWithMark(text: string): boolean {
  const last = text.at(-1) ?? "";
  const opener = CLOSED_BY[last];
  if (opener === undefined) return last !== "" && /[.,;:'"]/.test(last);
  return text.split(opener).length < text.split(last).length;
}

/** Whether a text in prose is meant as an indicator. */
function isTelling(
  { type, value, ambiguous }: ParsedIndicator,
  original: string,
): boolean {
  if (type === "asn") return /^ASN?\s?\d+$/.test(original);
  if (ambiguous.some((note) => note.startsWith("an unusual spelling"))) {
    return false;
  }
  return type !== "domain" || (hasKnownSuffix(value) && /\p{L}/u.test(value));
}

/** Which characters of the text are spoken for. */
class Spans {
  readonly #taken: Uint8Array;

  constructor(length: number) {
    this.#taken = new Uint8Array(length);
  }

  isFree(start: number, length: number): boolean {
    return !this.#taken.subarray(start, start + length).includes(1);
  }

  take(start: number, length: number): void {
    this.#taken.fill(1, start, start + length);
  }
}

/** Indicators without repetition, in order of first mention. */
export function distinctIndicators<T extends Indicator>(
  found: readonly T[],
): T[] {
  const byKey = new Map<string, T>();
  for (const one of found) {
    const key = `${one.type} ${one.value}`;
    if (!byKey.has(key)) byKey.set(key, one);
  }
  return [...byKey.values()];
}

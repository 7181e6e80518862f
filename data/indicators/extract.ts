import { type Candidate, candidates, fullNames } from "./candidates.ts";
import type { Indicator, IndicatorType } from "./indicator.ts";
import type { Span } from "./mapped_text.ts";
import { LONGEST, type ParsedIndicator, tryParseIndicator } from "./parse.ts";
import { refangText } from "./refang.ts";
import { withoutSentence } from "./sentence.ts";
import { isTelling } from "./telling.ts";

/** An indicator found in a running text. */
export interface ExtractedIndicator extends ParsedIndicator {
  /** Where `original` begins, in UTF-16 code units. */
  readonly offset: number;
}

/**
 * Finds the indicators of a report, in order, each occurrence once. A name
 * counts if its ending is a public suffix, so that file names and
 * abbreviations stay out, or if its dots are defanged; what may be either says
 * so in `ambiguous`. The words in front tell an imphash, an authentihash and a
 * certificate from other hashes. Takes a time that grows as the text does.
 */
export function extractIndicators(text: string): ExtractedIndicator[] {
  const found: ExtractedIndicator[] = [];
  const spans = new Spans(text.length);
  for (const { span, types } of candidateSpans(text)) {
    if (!spans.isFree(span)) continue;
    const one = read(text, { span, types });
    if (one === null) continue;
    spans.take({ start: one.offset, end: one.offset + one.original.length });
    found.push(one);
  }
  return found.sort((a, b) => a.offset - b.offset);
}

interface Place {
  readonly span: Span;
  readonly types: readonly IndicatorType[];
}

function* candidateSpans(text: string): Generator<Place> {
  yield* places(text, fullNames);
  const refanged = refangText(text);
  for (const candidate of candidates) {
    for (const { span, types } of places(refanged.text, candidate)) {
      yield { span: refanged.source(span), types };
    }
  }
}

function* places(
  text: string,
  { pattern, types }: Candidate,
): Generator<Place> {
  for (const { index, 0: { length } } of text.matchAll(pattern)) {
    yield { span: { start: index, end: index + length }, types };
  }
}

/** How much of the text around a candidate is looked at, in UTF-16 code units. */
const AROUND = 40;

function read(
  text: string,
  { span, types }: Place,
): ExtractedIndicator | null {
  const { original, offset } = ownText(text, { span, types });
  if (original.length > LONGEST) return null;
  const parsed = tryParseIndicator(original);
  if (parsed === null || !types.includes(parsed.type)) return null;
  const end = offset + original.length;
  const before = text.slice(Math.max(0, offset - AROUND), offset);
  const seen = { ...parsed, before, after: text.slice(end, end + 3) };
  return isTelling(seen)
    ? { ...parsed, ...toldBy(parsed, before), original, offset }
    : null;
}

/** The candidate without what belongs to the sentence around it. */
function ownText(
  text: string,
  { span, types }: Place,
): { original: string; offset: number } {
  const candidate = text.slice(span.start, span.end);
  const [front = ""] = types.flatMap((type) => FRONT[type] ?? [])
    .flatMap((pattern) => pattern.exec(candidate) ?? []);
  const original = withoutSentence(candidate.slice(front.length));
  const [emphasis = ""] = /[*_~]{1,3}$/.exec(text.slice(0, span.start)) ?? [];
  const isEmphasised = emphasis !== "" && original.endsWith(emphasis);
  return {
    original: isEmphasised ? original.slice(0, -emphasis.length) : original,
    offset: span.start + front.length,
  };
}

/** What stands in front of some types without a space: marks and the key of a setting; the dot of all names below. */
const FRONT: Partial<Record<IndicatorType, RegExp>> = {
  email: /^(?!")(?:[^\p{L}\p{N}_]+|[\w-]{1,32}[=/](?=[^=]))+/u,
  domain: /^\.+/,
};

/** Types that share their shape with another, and what stands in front of them. */
const TOLD: readonly {
  readonly type: IndicatorType;
  readonly from: IndicatorType;
  readonly word: RegExp;
}[] = [
  {
    type: "imphash",
    from: "md5",
    word: /\b(?:imphash|imp[ _-]?hash|import[ _-]hash)\W{0,12}$/i,
  },
  {
    type: "authentihash",
    from: "sha256",
    word: /\bauthenti[ -]?hash\W{0,12}$/i,
  },
  ...(["sha1", "sha256"] as const).map((from) => ({
    type: "certificate" as const,
    from,
    word: /\b(?:thumbprint|fingerprint|certificate|cert)\W{0,12}$/i,
  })),
];

function toldBy(
  { type }: Indicator,
  before: string,
): Partial<Pick<ParsedIndicator, "type" | "ambiguous">> {
  const told = TOLD.find(({ from, word }) =>
    from === type && word.test(before)
  );
  return told === undefined ? {} : { type: told.type, ambiguous: [] };
}

/** Which characters of the text are spoken for. */
class Spans {
  readonly #taken: Uint8Array;

  constructor(length: number) {
    this.#taken = new Uint8Array(length);
  }

  isFree({ start, end }: Span): boolean {
    return !this.#taken.subarray(start, end).includes(1);
  }

  take({ start, end }: Span): void {
    this.#taken.fill(1, start, end);
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

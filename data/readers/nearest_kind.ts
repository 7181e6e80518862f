import type { DatasetKind } from "../kinds/kind.ts";
import { datasetKinds } from "../kinds/mod.ts";

/** A kind that columns come close to, and what they miss for it, as a reader says it. */
export interface NearestKind {
  readonly kind: DatasetKind;
  /** Names of columns, or `one of` several; empty for a file that is one of the kind. */
  readonly missing: readonly string[];
}

/** The kind that most of the columns could belong to; null where none could. */
export function nearestKind(columns: readonly string[]): NearestKind | null {
  const given = columns.map((name) => name.trim().toLowerCase());
  const near = datasetKinds.map((kind) => ({ kind, score: score(kind, given) }))
    .reduce((a, b) => b.score > a.score ? b : a);
  if (near.score === 0) return null;
  return { kind: near.kind, missing: missingIn(near.kind, given) };
}

/** What a file misses to be read as a kind. */
export function missingIn(
  { columns, knownBy }: DatasetKind,
  given: readonly string[],
): string[] {
  const required = columns.filter(({ name, required }) =>
    required && !given.includes(name)
  ).map(({ name }) => name);
  if (!knownBy || knownBy.some((name) => given.includes(name))) return required;
  return [...required, `one of ${knownBy.join(", ")}`];
}

/** What a row cannot do without tells more of its kind than the rest, and a whole name more than a word of it. */
function score(kind: DatasetKind, given: readonly string[]): number {
  const { columns, knownBy = [] } = kind;
  const names = given.map(wordsOf);
  return columns.reduce((sum, { name, required }) => {
    const weight = required || knownBy.includes(name) ? 4 : 2;
    const words = wordsOf(name);
    if (names.some((other) => other.join("") === words.join(""))) {
      return sum + weight;
    }
    return names.some((other) => shareWord(other, words)) ? sum + 1 : sum;
  }, 0);
}

/** As `first` and `first_seen` do. */
function shareWord(left: readonly string[], right: readonly string[]): boolean {
  return left.some((word) => word.length > 2 && right.includes(word));
}

function wordsOf(name: string): string[] {
  return name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

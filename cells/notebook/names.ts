import { InputError } from "@pivotbook/data";
import {
  ENGINE_NAMES,
  RESERVED_WORDS,
  SEGMENT_PREFIX,
  UNFILTERED_SUFFIX,
} from "./reserved_words.ts";

/** Why a word cannot be the name of a cell, and one that could be; null where it can. */
export interface NameRefusal {
  readonly reason: string;
  readonly proposal: string;
}

const reasons: readonly {
  readonly applies: (name: string, taken: ReadonlySet<string>) => boolean;
  readonly reason: (name: string) => string;
}[] = [
  {
    applies: (name) => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name),
    reason: (name) =>
      `"${name}" is no name that SQL reads without quotes: letters, digits and underscores, no digit first`,
  },
  {
    applies: (name) => RESERVED_WORDS.has(name),
    reason: (name) => `"${name}" is a reserved word of SQL`,
  },
  {
    applies: (name) =>
      ENGINE_NAMES.has(name) || name.startsWith(SEGMENT_PREFIX) ||
      name.endsWith(UNFILTERED_SUFFIX),
    reason: (name) => `"${name}" is a name that the engine uses itself`,
  },
  {
    applies: (name, taken) => taken.has(name),
    reason: (name) => `A dataset is named "${name}"`,
  },
];

/** Checks the name of a cell; `datasets` are the names of datasets, with which cells share one namespace. */
export function refuseName(
  name: string,
  datasets: readonly string[],
): NameRefusal | null {
  const taken = new Set(datasets.map((dataset) => dataset.toLowerCase()));
  const key = name.toLowerCase();
  const rule = reasons.find(({ applies }) => applies(key, taken));
  if (!rule) return null;
  return { reason: rule.reason(name), proposal: proposeName(name, taken) };
}

/** The refusal as an error for the reader. */
export function nameError(name: string, refusal: NameRefusal): InputError {
  return new InputError(refusal.reason, {
    code: "bad-cell-name",
    remedy: `Name it ${refusal.proposal}`,
    where: { cell: name },
  });
}

/** A good name made of any text, in lower case, that is none of `taken`: `sap_misapor_ch`. */
export function proposeName(text: string, taken: Iterable<string>): string {
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  const base = cleanName(text);
  const free = (name: string): boolean =>
    !reasons.some(({ applies }) => applies(name, used));
  if (free(base)) return base;
  for (let count = 2;; count++) {
    const name = `${base.replace(/(__)?all$/, "rows")}_${count}`;
    if (free(name)) return name;
  }
}

function cleanName(text: string): string {
  const plain = text.normalize("NFKD").toLowerCase()
    .replace(/[^a-z0-9]+/g, "_").replace(/^_+|_+$/g, "").slice(0, 48)
    .replace(/_+$/, "");
  if (plain === "") return "cell_1";
  return /^[a-z]/.test(plain) && !plain.startsWith(SEGMENT_PREFIX)
    ? plain
    : `of_${plain}`;
}

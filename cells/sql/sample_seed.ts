import { isToken, type Token } from "./token.ts";
import type { Reason, Unrepeatable } from "./unrepeatable_reasons.ts";

const sample: Reason = {
  why: "takes other rows in every run",
  remedy: "Give it a seed, as: USING SAMPLE reservoir(100 ROWS) REPEATABLE (1)",
};

/** The two ways to write a seed: `REPEATABLE (1)`, and `(reservoir, 1)` behind the size. */
const SEED = /^(?:\w+ )?\( [^()]*\) repeatable \( |^[^()]*\( \w+ , \d+ \)/;

/** Tokens that a sample clause has at most. */
export const LONGEST_SAMPLE = 16;

/** What is wrong with the sample clause that begins at the first of these tokens, or null. */
export function seedlessSample(
  from: readonly Token[],
): Unrepeatable | null {
  const using = isToken(from[0], "using") && isToken(from[1], "sample");
  if (!using && !isToken(from[0], "tablesample")) return null;
  const clause = from.slice(using ? 2 : 1)
    .map(({ value }) => value).join(" ");
  return SEED.test(clause)
    ? null
    : { what: "A sample without seed", ...sample };
}

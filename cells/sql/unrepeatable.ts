import { LONGEST_SAMPLE, seedlessSample } from "./sample_seed.ts";
import { isToken, type Token } from "./token.ts";
import {
  unrepeatableFunctions,
  unrepeatableWords,
} from "./unrepeatable_names.ts";
import { clock, type Unrepeatable } from "./unrepeatable_reasons.ts";

/** What the token at `index` calls that no run can repeat, or null. */
export function unrepeatable(
  tokens: readonly Token[],
  index: number,
): Unrepeatable | null {
  const token = tokens[index];
  if (token === undefined) return null;
  return called(tokens, index) ??
    namedWord(token, { before: tokens[index - 1], next: tokens[index + 1] }) ??
    seedlessSample(tokens.slice(index, index + LONGEST_SAMPLE));
}

function called(
  tokens: readonly Token[],
  index: number,
): Unrepeatable | null {
  const token = tokens[index];
  const isName = token?.type === "word" || token?.type === "quoted";
  if (!isName || !isToken(tokens[index + 1], "(")) return null;
  const name = token.value.toLowerCase();
  const reason = unrepeatableFunctions.get(name) ??
    (name === "age" && hasOneArgument(tokens.slice(index + 1))
      ? clock
      : undefined);
  return reason ? { what: `The function ${name}()`, ...reason } : null;
}

/** `age(then)` counts from now on, `age(later, earlier)` does not. */
function hasOneArgument(brackets: readonly Token[]): boolean {
  let depth = 0;
  for (const { type, value } of brackets) {
    if (type === "open") depth += 1;
    if (type === "close") depth -= 1;
    if (depth === 0) return true;
    if (depth === 1 && type === "operator" && value === ",") return false;
  }
  return true;
}

/** Behind a dot or AS a word is a name, and before a dot, too. */
function namedWord(
  token: Token,
  { before, next }: { before: Token | undefined; next: Token | undefined },
): Unrepeatable | null {
  const reason = token.type === "word"
    ? unrepeatableWords.get(token.value)
    : undefined;
  if (!reason || isToken(before, ".", "as") || isToken(next, ".")) return null;
  return { what: token.value, ...reason };
}

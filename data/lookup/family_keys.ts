import { InputError } from "../errors.ts";
import type { Indicator } from "../indicators/indicator.ts";
import type { KeyFamily } from "../kinds/kind.ts";
import { keyHash } from "../segments/key_hash.ts";
import { nameKey } from "../segments/names.ts";
import { textKey } from "../sql/text_key.ts";
import { addressSpan } from "./address_key.ts";
import { type Key, numberKey, tieText } from "./key.ts";

/** The keys of an indicator in an order of each family; none where the family cannot hold it. */
export const familyKeys: Readonly<
  Record<KeyFamily, (indicator: Indicator) => Key[]>
> = {
  name: nameKeys,
  text: textKeys,
  ip4: (indicator) => addressKeys(indicator, { version: 4, ranges: false }),
  ip6: (indicator) => addressKeys(indicator, { version: 6, ranges: false }),
  range4: (indicator) => addressKeys(indicator, { version: 4, ranges: true }),
  range6: (indicator) => addressKeys(indicator, { version: 6, ranges: true }),
};

const WILDCARD = "*.";

function nameKeys({ value }: Indicator): Key[] {
  const below = value.startsWith(WILDCARD);
  const name = below ? value.slice(WILDCARD.length) : value;
  if (below && !name.includes(".")) {
    throw new InputError(`Cannot look up all names below "${name}"`, {
      code: "too-wide",
      remedy: "Name at least two labels, as *.example.com",
    });
  }
  const { base, rest } = nameKey(name);
  const hash = BigInt(keyHash(base));
  const text = below && rest === "" ? null : tieText(base, rest);
  const span = { low: hash, high: hash, text };
  return [{ shape: below ? "below" : "name", span, base, rest, text: "" }];
}

/** All spellings, since some orders hold a text as it came, some without regard to case and spaces, and phones by their digits. */
function textKeys({ type, value }: Indicator): Key[] {
  const plain = value.startsWith(WILDCARD)
    ? value.slice(WILDCARD.length)
    : value;
  const digits = type === "phone" && /[0-9+]/.test(plain)
    ? [plain.replace(/[^0-9+]/g, "")]
    : [];
  const spellings = [plain, plain.toLowerCase(), textKey(plain), ...digits];
  return [...new Set(spellings)].map((text) => {
    const hash = BigInt(keyHash(text));
    const span = { low: hash, high: hash, text };
    return { shape: "text", span, base: "", rest: "", text };
  });
}

function addressKeys(
  indicator: Indicator,
  order: { version: 4 | 6; ranges: boolean },
): Key[] {
  const span = addressSpan(indicator);
  if (span.version !== order.version) return [];
  if (order.ranges) return [numberKey("overlap", span)];
  return [numberKey(span.low === span.high ? "point" : "span", span)];
}

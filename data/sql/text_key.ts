/** What JavaScript takes for white space, which is more than RE2's `\s`. */
const SPACES =
  "[\\s\\v\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+";

/** `text_key` makes of a text what `textKey` makes of it. */
export const textKeyMacro = `
CREATE OR REPLACE MACRO text_key(t) AS lower(trim(regexp_replace(t, '${SPACES}', ' ', 'g')));
`;

/** Letters of Unicode 16, which the engine's tables do not know. */
const UNKNOWN_LETTERS = /[\u1C89\uA7CB\uA7CC\uA7DA\uA7DC\u{10D50}-\u{10D65}]/u;

/** The key of a text that is found whatever its case and spaces; the same in the engine, by `text_key`. */
export function textKey(text: string): string {
  return Array.from(text.replace(/\s+/g, " ").trim(), lowerCase).join("");
}

/** A letter for a letter, as the engine does: no final sigma, and no dot beside an i. */
function lowerCase(character: string): string {
  if (UNKNOWN_LETTERS.test(character)) return character;
  return character === "\u0130" ? "i" : character.toLowerCase();
}

import fc from "fast-check";
import { tokenize } from "@pivotbook/cells";

/** Every character that Unicode calls a space, a line end or invisible, and their neighbours. */
const characters = [
  ..." \t\n\r\f\v\u0000\u001c\u001f\u0085\u00a0\u00ad\u034f\u061c\u1680\u180e",
  ...Array.from({ length: 0x30 }, (_, i) => String.fromCharCode(0x2000 + i)),
  ..."\u2060\u2061\u2064\u205f\u3000\u3164\ufeff\uffa0\u{e0020}",
];

/** What may stand between two tokens, or looks as if it might. */
const space: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("", " ", "\n") },
  { weight: 3, arbitrary: fc.constantFrom(...characters) },
  fc.constantFrom(
    "/**/",
    "/* from z */",
    "/* it's */",
    '/* " */',
    "/* $$ */",
    "/* /* */ from z */",
    "/* \u00a0 */",
    "-- from z\n",
    "-- it's\n",
    "--\r",
    "-- \u2028 from z\n",
    "--",
    "/*",
    "*/",
  ),
  fc.array(fc.constantFrom(...characters), { minLength: 2, maxLength: 3 })
    .map((all) => all.join("")),
);

/** What may stand in place of a token. */
const piece: fc.Arbitrary<string> = fc.constantFrom(
  "#1",
  "#1from",
  "$1",
  "?",
  ":x",
  "$$ from z $$",
  "$a$ from z $a$",
  "$é$ from z $é$",
  "$1$ from z",
  "a$b$c",
  "E'it\\'s from z'",
  "e'\\\\'",
  "E'a' 'b'",
  "'a'\n'b from z'",
  "'it''s'",
  "'\u00a0'",
  "U&'\\0061'",
  'U&"b"',
  "x'61'",
  "b'01'",
  "n'from z'",
  '"q""x"',
  '"\u00a0"',
  '""',
  "1.",
  ".5",
  "1.e2",
  "1e",
  "1e5",
  "1_000",
  "1__0",
  "0x1F",
  "0b11",
  "0o17",
  "1from",
  "1.5from",
  "é",
  "\u00a0x",
  "naïve",
  "日本",
  "😀",
  "x\u00a0y",
  "x\u2060",
  "\u2060x",
  "a.b.c",
  "a. b",
  "a..b",
  "**",
  "//",
  "!~~*",
  "<->",
  "@>",
  "^@",
  "->",
  "->>",
  "=>",
  "==",
  "!=",
  "-",
  "/",
  "\\",
  "`",
  "{",
  "}",
  "[",
  ";",
);

/** Queries of a corpus with other spaces between their tokens, and now and then another token. */
export function spaced(corpus: readonly string[]): fc.Arbitrary<string> {
  const pieces = corpus.map((sql) =>
    tokenize(sql).map(({ start, stop }) => sql.slice(start, stop))
  );
  return fc.constantFrom(...pieces).chain((tokens) =>
    fc.tuple(...tokens.map((token) =>
      fc.tuple(
        fc.oneof(
          { weight: 12, arbitrary: fc.constant(token) },
          { weight: 1, arbitrary: piece },
        ),
        fc.oneof({ weight: 3, arbitrary: fc.constant(" ") }, {
          weight: 2,
          arbitrary: space,
        }),
      )
    )).map((parts) => parts.flat().join(""))
  );
}

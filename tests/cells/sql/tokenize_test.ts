import assert from "node:assert/strict";
import fc from "fast-check";
import { InputError } from "@pivotbook/data";
import { references, tokenize } from "@pivotbook/cells";

const cases: readonly [string, string[]][] = [
  ["select a", ["word select", "word a"]],
  ['SELECT "A ""b"', ["word select", 'quoted A "b']],
  ["'it''s' E'\\'' $$a$$ $x$ $$ $x$", [
    "string it's",
    "string \\'",
    "string a",
    "string  $$ ",
  ]],
  ["1 1.5 .5 1e-3 0x1F 1_000", [
    "number 1",
    "number 1.5",
    "number .5",
    "number 1e-3",
    "number 0x1F",
    "number 1_000",
  ]],
  ["a::b:=c->>d=>e", [
    "word a",
    "operator ::",
    "word b",
    "operator :=",
    "word c",
    "operator ->>",
    "word d",
    "operator =>",
    "word e",
  ]],
  ["a--b\n/* c /* d */ e */f", ["word a", "word f"]],
  ["$1 $name ? #2", [
    "parameter $1",
    "parameter $name",
    "parameter ?",
    "parameter #2",
  ]],
  ["#1from X", ["parameter #1", "word from", "word x"]],
  ["$1from 1from 1.5from ?1a", [
    "parameter $1",
    "word from",
    "number 1",
    "word from",
    "number 1.5",
    "word from",
    "parameter ?1",
    "word a",
  ]],
  ["a\u00a0b\u2060c\u200bd\ufeffe\u3000f\u202fg\u205fh", [
    "word a",
    "word b",
    "word c",
    "word d",
    "word e",
    "word f",
    "word g",
    "word h",
  ]],
  ["a\u200cb\u2028c\u1680d\u0085e", [
    "word a\u200cb\u2028c\u1680d\u0085e",
  ]],
  ["1__0 0xg 1..2", [
    "number 1",
    "word __0",
    "number 0",
    "word xg",
    "number 1",
    "operator .",
    "number .2",
  ]],
  ["a$b$c", ["word a$b$c"]],
];

for (const [sql, expected] of cases) {
  Deno.test(`tokenize() cuts ${JSON.stringify(sql)}`, () => {
    const tokens = tokenize(sql).map(({ type, value }) => `${type} ${value}`);
    assert.deepEqual(tokens, expected);
  });
}

Deno.test("tokenize() covers any text in order, or says that something has no end", () => {
  const parts = fc.constantFrom(
    "'",
    '"',
    "$$",
    "/*",
    "*/",
    "--",
    "\n",
    "a",
    "E'",
    "$x$",
    "1.",
    "(",
    "é",
    " ",
    "\\",
  );
  const text = fc.array(
    fc.oneof(parts, fc.string({ unit: "binary", maxLength: 3 })),
  ).map((all) => all.join(""));
  fc.assert(
    fc.property(text, (sql) => {
      let last = 0;
      try {
        for (const { start, stop } of tokenize(sql)) {
          assert.ok(start >= last && stop > start);
          last = stop;
        }
      } catch (error) {
        assert.ok(error instanceof Error && "code" in error, String(error));
        assert.ok(["sql-unterminated", "sql-nul"].includes(`${error.code}`));
      }
    }),
    { seed: 17, numRuns: 2000 },
  );
});

Deno.test("tokenize() and references() take hostile texts in linear time", () => {
  const texts = [
    Array.from({ length: 20_000 }, (_, index) => `$t${index}$`).join(" "),
    "$a".repeat(50_000),
    "'".repeat(100_001),
    "/*".repeat(50_000),
    "1_".repeat(50_000),
    "(".repeat(50_000),
  ];
  for (const text of texts) {
    try {
      references(text);
    } catch (error) {
      assert.ok(error instanceof InputError, String(error));
    }
  }
});

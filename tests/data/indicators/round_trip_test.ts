import assert from "node:assert/strict";
import fc from "fast-check";
import {
  defang,
  extractIndicators,
  type Indicator,
  INDICATOR_TYPES,
  indicatorText,
  parseIndicator,
  refang,
  tryParseIndicator,
} from "@pivotbook/data";
import { ofType, SELF_TELLING } from "./arbitraries.ts";

const RUNS = { seed: 20170202, numRuns: 1000 };

const plain = ({ type, value }: Indicator): Indicator => ({ type, value });

for (const type of INDICATOR_TYPES) {
  Deno.test(`parseIndicator() reads indicatorText() back: ${type}`, () => {
    fc.assert(
      fc.property(ofType(type), (indicator) => {
        const text = indicatorText(indicator);
        assert.deepEqual(plain(parseIndicator(text)), indicator, text);
      }),
      RUNS,
    );
  });
}

for (const type of SELF_TELLING) {
  Deno.test(`parseIndicator() reads defang() back: ${type}`, () => {
    fc.assert(
      fc.property(ofType(type), (indicator) => {
        const text = defang(indicator);
        assert.deepEqual(plain(parseIndicator(text)), indicator, text);
      }),
      RUNS,
    );
  });
}

/** What a text in prose cannot tell: one label, labels that no host may have, `::`, and a URL that holds what ends a link. */
const isOneName = ({ type, value }: Indicator): boolean =>
  type === "url" && /\]\(|\[\/[a-z]|[,;][a-z+]+:\/\//.test(value)
    ? false
    : type !== "domain" && value !== "::" ||
      /^(?:\*\.)?[a-z0-9_][^-].*\..*[^-]$/.test(value);

for (const type of SELF_TELLING) {
  Deno.test(`extractIndicators() finds defang() in prose: ${type}`, () => {
    fc.assert(
      fc.property(ofType(type).filter(isOneName), (indicator) => {
        const shown = defang(indicator);
        const texts = [`seen ${shown} today`, `"${shown}",`];
        const inBrackets = /[()]/.test(shown) ? [] : [`(${shown}).`];
        for (const text of [...texts, ...inBrackets]) {
          const found = extractIndicators(text);
          assert.deepEqual(found.map(plain), [indicator], text);
          const [{ original = "", offset = 0 } = {}] = found;
          assert.equal(text.slice(offset, offset + original.length), original);
          assert.deepEqual(plain(parseIndicator(original)), indicator);
        }
      }),
      RUNS,
    );
  });
}

/** What needs no defanging to be told from other texts. */
const isPlainlyOne = ({ type, value }: Indicator): boolean =>
  type === "ipv6"
    ? /^[2-3f][0-9a-f]{3}:[0-9a-f]*\d[0-9a-f]*:.*[0-9a-f]$/.test(value)
    : type === "url"
    ? /[\w~/=&+$%#-]$/.test(value) &&
      !/\]\(|\[\/|[,;][a-z+]+:\/\/|\[[^\w]\]/.test(value)
    : type === "domain"
    ? /^(?:\*\.)?[a-z0-9][a-z0-9.-]+[a-z0-9]$/.test(value) &&
      !/^(?:com|org)\./.test(value) && !/(?:^|\.)-|-(?:\.|$)/.test(value)
    : true;

for (const type of SELF_TELLING) {
  Deno.test(`extractIndicators() finds it undefanged in prose: ${type}`, () => {
    fc.assert(
      fc.property(
        ofType(type).filter(isOneName).filter(isPlainlyOne),
        (indicator) => {
          const text = `seen ${indicator.value} today`;
          assert.deepEqual(extractIndicators(text).map(plain), [indicator]);
        },
      ),
      RUNS,
    );
  });
}

const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      ..."[](){}<>.:/@\\^-_*?#%&='\"`,; \u00AD\u2011\u3002",
      "[.]",
      "[:]",
      "[::]",
      "hxxp",
      "://",
      "http",
      "example",
      "com",
      "192.0.2.1",
      "2001:db8::1",
      " dot ",
      "[at]",
      "a",
      "1",
      "\\032",
      "0",
    ),
    fc.string({ maxLength: 3 }),
  ),
  { maxLength: 14 },
).map((parts) => parts.join(""));

Deno.test("whatever parseIndicator() reads of any text, it reads back as it is shown", () => {
  fc.assert(
    fc.property(pieces, (text) => {
      const read = tryParseIndicator(text);
      if (read === null) return;
      const shown = indicatorText(read);
      assert.deepEqual(plain(parseIndicator(shown)), plain(read), shown);
    }),
    { seed: 20170202, numRuns: 5_000 },
  );
});

Deno.test("whatever extractIndicators() finds in any text, parseIndicator() reads, where it stood", () => {
  fc.assert(
    fc.property(pieces, (text) => {
      for (const found of extractIndicators(text)) {
        const { original, offset } = found;
        assert.equal(text.slice(offset, offset + original.length), original);
        assert.deepEqual(
          plain(parseIndicator(indicatorText(found))),
          plain(found),
        );
      }
    }),
    { seed: 20170202, numRuns: 5_000 },
  );
});

Deno.test("refang() of a refanged text changes nothing", () => {
  fc.assert(
    fc.property(pieces, (text) => {
      const once = refang(text);
      if (once.length < text.length / 4) return;
      assert.equal(refang(once), once);
    }),
    { seed: 20170202, numRuns: 3_000 },
  );
});

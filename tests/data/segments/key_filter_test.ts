import assert from "node:assert/strict";
import fc from "fast-check";
import { holdsKey, keyFilter, MAX_FILTERED_KEYS } from "@pivotbook/data";

const key = fc.bigInt({ min: 0n, max: (1n << 128n) - 1n });

Deno.test("keyFilter() knows every key that it was made from", () => {
  fc.assert(
    fc.property(fc.uniqueArray(key, { maxLength: 200 }), (keys) => {
      const filter = keyFilter(keys, keys.length);
      return keys.every((one) => holdsKey(filter, one));
    }),
    { seed: 32, numRuns: 60 },
  );
});

Deno.test("keyFilter() takes about one absent key in a hundred for present", () => {
  const keys = Array.from({ length: 20_000 }, (_, i) => BigInt(i) * 3n);
  const filter = keyFilter(keys, keys.length);
  const wrong = keys.filter((one) => holdsKey(filter, one + 1n)).length;
  assert.ok(wrong < 400, String(wrong));
});

Deno.test("keyFilter() gives up above the size at which it pays", () => {
  const none = keyFilter([], MAX_FILTERED_KEYS + 1);
  assert.equal(none, null);
  assert.ok(holdsKey(none, 1n));
});

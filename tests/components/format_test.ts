import assert from "node:assert/strict";
import {
  formatBytes,
  formatCount,
  formatShortCount,
  formatTime,
  formatValue,
  isNumber,
  plainValue,
} from "../../components/format.ts";

Deno.test("times are days unless they are not midnight", () => {
  assert.equal(formatTime(1_475_798_400_000_000n), "2016-10-07");
  assert.equal(
    formatTime(1_475_798_400_000_000n + 33_245_000_000n),
    "2016-10-07 09:14:05",
  );
});

Deno.test("counts are grouped by thousands", () => {
  const counts = [0, 7, 999, 1000, -1234567, 12345678901234567890n];
  assert.deepEqual(
    counts.map(formatCount),
    counts.map((count) => count.toLocaleString("en")),
  );
});

Deno.test("values are written by their type", () => {
  assert.equal(formatValue(2310n, "BIGINT"), "2,310");
  assert.equal(formatValue(["a", "b"], "VARCHAR[]"), "a, b");
  assert.equal(formatValue({ n: 1n }, "STRUCT(n BIGINT)"), '{"n":"1"}');
  assert.equal(formatValue(null, "VARCHAR"), "");
  assert(isNumber("UINTEGER") && isNumber("DECIMAL(18,3)"));
  assert(!isNumber("INTERVAL"));
  assert.deepEqual([formatBytes(192_000), formatShortCount(10_200_000)], [
    "192 KB",
    "10.2 M",
  ]);
});

Deno.test("plainValue() does not group digits, which other programs would not read", () => {
  assert.equal(plainValue(1234567n, "BIGINT"), "1234567");
  assert.equal(plainValue(1234.5, "DOUBLE"), "1234.5");
  assert.equal(plainValue([1234n, 5n], "BIGINT[]"), "1234, 5");
  assert.equal(plainValue(1_475_798_400_000_000n, "TIMESTAMP"), "2016-10-07");
});

import assert from "node:assert/strict";
import { openNativeEngine } from "../fakes/native_engine.ts";
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

Deno.test("times are written as DuckDB prints them, whatever the year and to the last digit", async () => {
  const engine = await openNativeEngine();
  const texts = [
    "0044-03-15 (BC) 10:00:00",
    "0001-01-01 00:00:00",
    "1583-01-01 00:00:00.000001",
    "1969-12-31 23:59:59.5",
    "9999-12-31 23:59:59",
    "294246-12-31 00:00:00.000001",
    "infinity",
    "-infinity",
  ];
  for (const text of texts) {
    const { columns } = await engine.query(
      `SELECT t, t::VARCHAR FROM (SELECT TIMESTAMP '${text}' AS t)`,
    );
    const [time, printed] = columns.map(({ values }) => values[0]);
    assert.equal(
      formatTime(time as bigint),
      String(printed).replace(/ 00:00:00$/, ""),
    );
  }
  await engine.close();
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
  assert.equal(formatValue(0.1 + 0.2, "DOUBLE"), "0.30000000000000004");
  assert.equal(formatValue(-0, "DOUBLE"), "-0");
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

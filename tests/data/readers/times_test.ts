import assert from "node:assert/strict";
import fc from "fast-check";
import { DuckDBInstance } from "@duckdb/node-api";
import { keyMacros, readerFunctions, readerMacros } from "@pivotbook/data";
import { registerFunctions } from "../../../server/engine/register_functions.ts";
import { naiveTime } from "../../fakes/naive_time.ts";

/** What `utc` reads of texts that stand in one column, in UTC microseconds. */
async function readTogether(
  texts: readonly string[],
): Promise<(bigint | null)[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    registerFunctions(connection, readerFunctions);
    await connection.run(keyMacros + readerMacros);
    await connection.run("CREATE TABLE texts (place INTEGER, t VARCHAR)");
    const appender = await connection.createAppender("texts");
    texts.forEach((text, place) => {
      appender.appendInteger(place);
      appender.appendVarchar(text);
      appender.endRow();
    });
    appender.closeSync();
    const read = await connection.runAndReadAll(
      "SELECT epoch_us(utc(t))::VARCHAR FROM texts ORDER BY place",
    );
    return read.getRowsJson().map(([micros]) =>
      micros === null ? null : BigInt(String(micros))
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

Deno.test("utc() reads a row as if it stood alone, whatever zone its neighbours name", async () => {
  const plain = "2024-01-02 03:04:05";
  const texts = [plain, `${plain} EST`, plain, `${plain}+02:00`, plain];
  const at = BigInt(Date.UTC(2024, 0, 2, 3, 4, 5)) * 1000n;
  assert.deepEqual(await readTogether(texts), [
    at,
    null,
    at,
    at - 7_200_000_000n,
    at,
  ]);
});

Deno.test("utc() tells dates and units of Unix times apart", async () => {
  const at = (text: string): bigint => BigInt(Date.parse(text)) * 1000n;
  const cases: readonly (readonly [string, bigint | null])[] = [
    ["2024", null],
    ["20161001", at("2016-10-01T00:00Z")],
    ["20161301", null],
    ["202401020304", at("2024-01-02T03:04Z")],
    ["20240102030405", at("2024-01-02T03:04:05Z")],
    ["20240102250405", null],
    ["20240102030405.5", null],
    ["1475798400", at("2016-10-07T00:00Z")],
    ["1475798400.5", at("2016-10-07T00:00Z") + 500_000n],
    ["1475798400.0000019", at("2016-10-07T00:00Z") + 1n],
    ["946684800000", at("2000-01-01T00:00Z")],
    ["1475798400123", at("2016-10-07T00:00Z") + 123_000n],
    ["946684800000000", at("2000-01-01T00:00Z")],
    ["1475798400123456", at("2016-10-07T00:00Z") + 123_456n],
    ["1475798400123456789", at("2016-10-07T00:00Z") + 123_456n],
    ["253402300799", at("9999-12-31T23:59:59Z")],
    ["0", 0n],
    ["-1", -1_000_000n],
    ["9223372036854775808", null],
    ["-9223372036854775808", null],
    ["2024-01-02", at("2024-01-02T00:00Z")],
    ["2024/1/2 3:04", at("2024-01-02T03:04Z")],
    ["2024-01-02T03:04:05.123456789Z", at("2024-01-02T03:04:05Z") + 123_456n],
    ["2024-01-02 03:04:05 -0730", at("2024-01-02T10:34:05Z")],
    ["2024-01-02T03:04:05+01", at("2024-01-02T02:04:05Z")],
    ["9999-12-31 23:59:59", at("9999-12-31T23:59:59Z")],
    ["0001-01-01T00:00:00+01:00", at("0001-01-01T00:00Z") - 3_600_000_000n],
    ["294246-12-31", 9_223_371_158_400_000_000n],
    ["2024-02-30", null],
    ["2024-01-02 24:00:00", null],
    ["2024-01-02 03:04:60", null],
    ["2024-01-02 03:04:05 UTC", null],
    ["2024-01-02 03:04:05 Europe/Berlin", null],
    ["2024-01-02T03:04:05+24:00", null],
    ["2024-01/02", null],
    ["infinity", null],
    ["Apr 27 23:59:59 2017 GMT", null],
  ];
  const read = await readTogether(cases.map(([text]) => text));
  cases.forEach(([text, expected], index) =>
    assert.equal(read[index], expected, text)
  );
});

const digits = (length: number) =>
  fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const two = fc.nat(70).map((n) => String(n).padStart(2, "0"));
const zone = fc.constantFrom(
  "",
  "Z",
  "z",
  " Z",
  "+01",
  "-0730",
  "+05:45",
  " -23:59",
  "+24:00",
  " EST",
  " UTC",
  "+1",
  " Europe/Berlin",
);
const calendar = fc.tuple(
  fc.constantFrom("0000", "0001", "1969", "1980", "2024", "2099", "9999"),
  fc.constantFrom("-", "/", "-0", ""),
  fc.nat(13),
  fc.nat(32),
).map(([year, mark, month, day]) => `${year}${mark}${month}${mark}${day}`);
const clock = fc.tuple(two, two, two, fc.constantFrom("", ".5", ".1234567"))
  .map(([h, m, s, f]) => `${h}:${m}:${s}${f}`);
const time = fc.oneof(
  fc.tuple(calendar, fc.constantFrom(" ", "T", "t", "  "), clock, zone)
    .map((parts) => parts.join("")),
  fc.tuple(fc.date({ noInvalidDate: true }), zone).map(([date, zone]) =>
    date.toISOString().replace(/^[+-]0*/, "").replace("Z", zone)
  ),
  fc.integer({ min: 1, max: 21 }).chain(digits),
  fc.tuple(fc.nat(20).chain(digits), fc.nat(8).chain(digits))
    .map(([whole, fraction]) => `${whole}.${fraction}`),
  fc.bigInt({ min: -(1n << 64n), max: 1n << 64n }).map(String),
  fc.date({
    min: new Date("1979-01-01"),
    max: new Date("2101-01-01"),
    noInvalidDate: true,
  }).chain((date) =>
    fc.constantFrom(
      String(Math.floor(date.getTime() / 1000)),
      String(date.getTime()),
      `${date.getTime()}000`,
      `${date.getTime()}000000`,
      date.toISOString().replace(/\D/g, "").slice(0, 14),
      date.toISOString().replace(/\D/g, "").slice(0, 12),
      date.toISOString().slice(0, 10).replaceAll("-", ""),
    )
  ),
  fc.string({ maxLength: 20 }),
);

Deno.test("utc() equals a naive reading of each row alone, in any company and place of a vector", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(time, { minLength: 1, maxLength: 120 }),
      fc.nat(3000),
      async (texts, before) => {
        const company = Array.from(
          { length: before },
          (_, index) => texts[index % texts.length] ?? "",
        );
        const all = [...company, ...texts];
        const read = await readTogether(all);
        const known = new Map(texts.map((text) => [text, naiveTime(text)]));
        all.forEach((text, index) =>
          assert.equal(
            read[index],
            known.get(text) ?? null,
            JSON.stringify(text),
          )
        );
      },
    ),
    { seed: 20260101, numRuns: 60 },
  );
});

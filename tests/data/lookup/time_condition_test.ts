import assert from "node:assert/strict";
import { kindNamed, rowsOf, timeCondition } from "@pivotbook/data";
import { openNativeEngine } from "../../fakes/native_engine.ts";

const spans = `(VALUES
  ('before', TIMESTAMP '2016-01-01', TIMESTAMP '2016-12-31'),
  ('into', TIMESTAMP '2016-12-01', TIMESTAMP '2017-01-01'),
  ('inside', TIMESTAMP '2017-01-01', TIMESTAMP '2017-01-31'),
  ('around', TIMESTAMP '2016-01-01', TIMESTAMP '2018-01-01'),
  ('outof', TIMESTAMP '2017-01-31', TIMESTAMP '2017-02-01'),
  ('after', TIMESTAMP '2017-02-01', TIMESTAMP '2017-03-01'),
  ('open', TIMESTAMP '2016-06-01', NULL),
  ('openafter', TIMESTAMP '2017-06-01', NULL),
  ('undated', NULL, NULL)) AS t(name, first_seen, last_seen)`;

const states = `(VALUES
  ('old', '192.0.2.0/24', NULL, TIMESTAMP '2015-01-01'),
  ('inforce', '192.0.2.0/24', NULL, TIMESTAMP '2016-05-01'),
  ('other', '192.0.2.0/24', 'other', TIMESTAMP '2014-05-01'),
  ('during', '192.0.2.0/24', NULL, TIMESTAMP '2017-01-15'),
  ('later', '192.0.2.0/24', NULL, TIMESTAMP '2017-05-01'),
  ('undated', '192.0.2.0/24', NULL, NULL)) AS t(name, subject, source, observed_at)`;

const points = `(VALUES
  ('before', TIMESTAMP '2016-12-31 23:59:59'), ('first', TIMESTAMP '2017-01-01'),
  ('last', TIMESTAMP '2017-01-31 23:59:59'), ('after', TIMESTAMP '2017-02-01'),
  ('undated', NULL)) AS t(name, time)`;

const cases: readonly [string, string, "overlap" | "complete", string][] = [
  ["resolutions", spans, "overlap", "into inside around outof open undated"],
  ["resolutions", spans, "complete", "inside undated"],
  ["whois", states, "overlap", "inforce other during undated"],
  ["whois", states, "complete", "during undated"],
  ["alerts", points, "overlap", "first last undated"],
  ["alerts", points, "complete", "first last undated"],
];

const day = (text: string): bigint => BigInt(Date.parse(text)) * 1000n;

for (const [name, rows, mode, expected] of cases) {
  Deno.test(`timeCondition() of ${name}, ${mode}`, async () => {
    const engine = await openNativeEngine();
    await engine.query(`CREATE TABLE "rows" AS SELECT * FROM ${rows}`);
    const inside = timeCondition('"rows"', {
      times: kindNamed(name).times,
      window: { start: day("2017-01-01"), stop: day("2017-02-01"), mode },
    });
    const found = rowsOf(
      await engine.query(`SELECT name FROM "rows" WHERE ${inside}`),
    );
    assert.equal(found.map((row) => row["name"]).join(" "), expected);
    await engine.close();
  });
}

Deno.test("timeCondition() asks nothing of an open window, nor of a kind without times", () => {
  const window = { start: null, stop: null, mode: "overlap" } as const;
  const { times } = kindNamed("whois");
  assert.equal(timeCondition("t", { times, window }), null);
  assert.equal(timeCondition("t", { times, window: null }), null);
  assert.equal(timeCondition("t", { times: null, window }), null);
});

Deno.test("timeCondition() of one open side bounds the other alone", () => {
  const { times } = kindNamed("whois");
  const stop = day("2017-02-01");
  const window = { start: null, stop, mode: "overlap" } as const;
  assert.equal(
    timeCondition("t", { times, window }),
    `("observed_at" IS NULL OR "observed_at" < make_timestamp(${stop}))`,
  );
});

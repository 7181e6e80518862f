import assert from "node:assert/strict";
import { rowsOf } from "@pivotbook/data";
import { lookUpEverywhere } from "../../../server/lookup_everywhere.ts";
import { type TestHome, withHome } from "../../fakes/home.ts";

const record = (fields: Record<string, unknown>): string =>
  JSON.stringify({
    rrname: "shop.example.",
    rrtype: "A",
    rdata: "192.0.2.7",
    time_first: 1475798400,
    time_last: 1486080000,
    ...fields,
  });

async function resolutionsOf(
  home: TestHome,
  value: string,
): Promise<Record<string, unknown>[]> {
  const found = await lookUpEverywhere(home, { type: "domain", value });
  return found["resolutions"] ? rowsOf(found["resolutions"]) : [];
}

Deno.test("import keeps the times of sensors and of zone files of one record, each as seen", () =>
  withHome(async (home) => {
    const zone = { zone_time_first: 1275401003, zone_time_last: 1484841664 };
    const { files: [file] } = await home.import({
      "a.ndjson": record({ ...zone, count: 5 }),
    });
    assert.deepEqual([file?.read, file?.kept], [2, 2]);
    const rows = await resolutionsOf(home, "shop.example");
    assert.deepEqual(
      rows.map((row) => [row["seen_as"], row["first_seen"], row["count"]]),
      [
        ["wire", 1475798400000000n, 5n],
        ["zone", 1275401003000000n, 5n],
      ],
    );
  }));

Deno.test("import rejects times and counts with the reason, and shows none in 1970", () =>
  withHome(async (home) => {
    const lines = [
      record({}),
      record({ time_first: "2024-01-02 03:04:05 EST" }),
      record({ time_first: 20160101, time_last: 2016 }),
      record({ time_first: 1, time_last: undefined }),
      record({ time_last: 4102444800 }),
      record({ count: 1 }).replace('"count":1', '"count":18446744073709551615'),
      record({ count: -1 }),
      record({ count: 1.5 }),
    ];
    const { files: [file] } = await home.import({
      "a.ndjson": lines.join("\n"),
    });
    assert.deepEqual(
      file?.reasons.map(({ line, reason }) => `${line} ${reason}`).sort(),
      [
        "2 time_first has a zone that is neither Z nor a numeric offset",
        "3 time_last is no time",
        "4 time_first lies outside 1980 to 2100",
        "5 time_last lies outside 1980 to 2100",
        "6 count is above 9223372036854775807",
        "7 count is negative",
        "8 count is no whole number",
      ],
    );
    assert.equal((await resolutionsOf(home, "shop.example")).length, 1);
  }));

Deno.test("import of certificates takes a validity at any time, and a sighting in none but ours", () =>
  withHome(async (home) => {
    const csv = [
      "sha1,host,not_before,not_after,first_seen",
      `${"a".repeat(40)},shop.example,0,99991231235959,2017-01-01`,
      `${"b".repeat(40)},shop.example,,,1970-01-02`,
    ].join("\n");
    const { files: [file] } = await home.import({ "a.csv": csv });
    assert.deepEqual([file?.kept, file?.reasons[0]?.reason], [
      1,
      "first_seen lies outside 1980 to 2100",
    ]);
  }));

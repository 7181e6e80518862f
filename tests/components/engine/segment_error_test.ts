import assert from "node:assert/strict";
import { queryError } from "../../../components/engine/crash.ts";
import { segmentError } from "../../../components/engine/segment_error.ts";

const url = "http://127.0.0.1/segments/one.duckdb";

const cases: readonly (readonly [string, string, RegExp])[] = [
  [`Segment changed on the server: ${url}`, "segment-changed", /Restore/],
  [`Segment answered 416: ${url}`, "segment-unreadable", /cut short/],
  [
    `Segment answered 7 bytes instead of 9: ${url}`,
    "segment-unreadable",
    /cut short/,
  ],
  [`Segment answered 404: ${url}`, "segment-unreadable", /missing/],
  [`Segment answered 500: ${url}`, "segment-unreadable", /reachable/],
  [`Segment answered nothing: ${url}`, "segment-unreadable", /reachable/],
  ["Failed to fetch", "segment-unreadable", /reachable/],
];

for (const [message, code, remedy] of cases) {
  Deno.test(`segmentError() says what to do after "${message}"`, () => {
    const error = segmentError(message);
    assert.deepEqual([error.code, error.message], [code, message]);
    assert.match(error.remedy ?? "", remedy);
  });
}

Deno.test("queryError() tells a damaged block as a segment that changed", () => {
  const text =
    "Corrupt database file: computed checksum 1 does not match stored checksum 2 in block at location 864256";
  const errors = [
    new Error(`IO Error: ${text}`),
    new Error(
      JSON.stringify({ exception_type: "IO", exception_message: text }),
    ),
  ];
  for (const error of errors) {
    assert.equal(queryError(error).code, "segment-changed");
    assert.match(queryError(error).message, /location 864256/);
  }
});

Deno.test("queryError() takes no text of a row or a query for a segment's trouble", () => {
  for (
    const message of [
      "Invalid Input Error: Segment answered",
      "Conversion Error: Could not convert string 'Segment changed' to INT32",
      "Invalid Input Error: Corrupt database file",
    ]
  ) assert.equal(queryError(new Error(message)).code, "query-failed");
});

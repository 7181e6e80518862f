import assert from "node:assert/strict";
import { segmentError } from "../../../components/engine/segment_error.ts";
import {
  changedFault,
  faultReport,
  SegmentFault,
  statusFault,
} from "../../../components/engine/segment_fault.ts";

const url = "http://127.0.0.1/segments/one.duckdb";

const cases: readonly (readonly [unknown, string, string, RegExp])[] = [
  [
    changedFault(url),
    `Segment changed on the server: ${url}`,
    "segment-changed",
    /pivotbook verify/,
  ],
  [
    statusFault(416, url),
    `Segment answered 416: ${url}`,
    "segment-unreadable",
    /cut short/,
  ],
  [
    new SegmentFault("Segment answered 7 bytes instead of 9", {
      trouble: "short",
    }),
    "Segment answered 7 bytes instead of 9",
    "segment-unreadable",
    /cut short/,
  ],
  [
    statusFault(404, url),
    `Segment answered 404: ${url}`,
    "segment-unreadable",
    /missing/,
  ],
  [
    statusFault(500, url),
    `Segment answered 500: ${url}`,
    "segment-unreadable",
    /reachable/,
  ],
  [
    new TypeError("Failed to fetch"),
    "Failed to fetch",
    "segment-unreadable",
    /reachable/,
  ],
];

for (const [fault, message, code, remedy] of cases) {
  Deno.test(`segmentError() says what to do after "${message}"`, () => {
    const error = segmentError(faultReport(fault));
    assert.deepEqual([error.code, error.message], [code, message]);
    assert.match(error.remedy ?? "", remedy);
  });
}

import assert from "node:assert/strict";
import { spanText } from "../../../components/pivot/span_text.ts";

const [start, stop] = ["1475280000000000", "1488326400000000"];

Deno.test("a span is told by its first and last day", () => {
  assert.equal(spanText({ start, stop }), "of 2016-10-01 to 2017-02-28");
  assert.equal(spanText({ start, stop: null }), "since 2016-10-01");
  assert.equal(spanText({ start: null, stop }), "until 2017-02-28");
});

Deno.test("without a span nothing is told", () => {
  assert.deepEqual([null, { start: null, stop: null }].map(spanText), ["", ""]);
});

import assert from "node:assert/strict";
import {
  freshPlace,
  freshSpan,
  isFresh,
} from "../../../components/grid/fresh.ts";
import { kindGridColumns } from "../../../components/grid/source.ts";
import { day } from "../../fakes/table_lookup.ts";

const window = {
  start: String(day("2016-10-01")),
  stop: String(day("2016-11-01")),
};

Deno.test("a row is new when it was first seen within the span", () => {
  const span = freshSpan("resolutions", window);
  const fresh = (text: string | null) =>
    isFresh({ first_seen: text === null ? null : day(text) }, span);
  assert.deepEqual(
    ["2016-09-30", "2016-10-01", "2016-10-31", "2016-11-01", null].map(fresh),
    [false, true, true, false, false],
  );
});

Deno.test("nothing is new without a start, nor by what is no sighting", () => {
  assert.equal(freshSpan("resolutions", null), null);
  assert.equal(freshSpan("resolutions", { ...window, start: null }), null);
  assert.equal(freshSpan("whois", window), null);
});

Deno.test("the mark stands beside the indicator that was not asked for", () => {
  const columns = kindGridColumns("resolutions");
  const row = { rrname: "host.example", rrtype: "A", rdata: "192.0.2.7" };
  assert.equal(freshPlace(row, { columns, seed: "192.0.2.7" }), 0);
  assert.equal(freshPlace(row, { columns, seed: "host.example" }), 2);
});

import assert from "node:assert/strict";
import { openNativeEngine } from "../../fakes/native_engine.ts";
import { layoutOf } from "../../../components/grid/layout.ts";
import { readProfile } from "../../../components/grid/profile.ts";
import { rowProfile } from "../../../components/grid/row_profile.ts";
import { kindGridColumns } from "../../../components/grid/source.ts";

const names = (columns: readonly { name: string }[]): string[] =>
  columns.map(({ name }) => name);
const columns = kindGridColumns("resolutions").filter(({ name }) =>
  ["rrname", "rrtype", "rdata", "first_seen", "provenance", "source", "note"]
    .includes(name)
);

/** Resolutions of two names; `note` is empty. */
function rowsWith(rdata: readonly string[]): Record<string, string | null>[] {
  return rdata.map((value, index) => ({
    rrname: `host${index % 2}.example`,
    rrtype: index === 0 ? "CNAME" : "A",
    rdata: value,
    first_seen: "x",
    provenance: "reported",
    source: "sensor",
    note: null,
  }));
}

function sourceOf(rows: number, seed: string | null) {
  const kind = "resolutions";
  return {
    key: "t",
    table: `"t"`,
    inside: null,
    rows,
    columns,
    kind,
    seed,
    fresh: null,
  };
}

Deno.test("a grid leaves out what is empty and what repeats the seed", () => {
  const rows = rowsWith(["192.0.2.7", "192.0.2.7", "192.0.2.7"]);
  const source = sourceOf(3, "192.0.2.7");
  const profile = rowProfile(source, rows);
  const layout = layoutOf(source, profile, { wanted: false });
  assert.deepEqual(names(layout.hidden), ["rdata"]);
  assert.deepEqual(names(layout.columns), [
    "rrname",
    "rrtype",
    "first_seen",
    "provenance",
    "source",
  ]);
});

Deno.test("a grid shows a column that mostly repeats the seed behind the source", () => {
  const rows = rowsWith(["host.example", "192.0.2.7", "192.0.2.7"]);
  const source = sourceOf(3, "192.0.2.7");
  const profile = rowProfile(source, rows);
  const layout = layoutOf(source, profile, { wanted: false });
  assert.deepEqual(layout.hidden, []);
  assert.equal(names(layout.columns).at(-1), "rdata");
  const all = layoutOf(sourceOf(3, null), rowProfile(sourceOf(3, null), rows), {
    wanted: false,
  });
  assert.equal(names(all.columns)[2], "rdata");
});

Deno.test("the profile of a small table is the one that SQL gives", async () => {
  const engine = await openNativeEngine();
  const rows = rowsWith(["192.0.2.7", "192.0.2.8", "192.0.2.7"]);
  await engine.insert(
    '"t"',
    columns.map(({ name }) => ({
      name,
      type: "VARCHAR",
      values: rows.map((row) => row[name] ?? null),
    })),
  );
  const source = sourceOf(3, "192.0.2.7");
  const fromSql = await readProfile(engine, source, {});
  const fromRows = rowProfile(source, rows);
  assert.deepEqual(fromRows.filled, fromSql.filled);
  assert.deepEqual(fromRows.facets, fromSql.facets);
  assert.deepEqual(
    [...fromRows.seeded].filter(([, count]) => count > 0),
    [...fromSql.seeded].filter(([, count]) => count > 0),
  );
  await engine.close();
});

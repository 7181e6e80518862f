import assert from "node:assert/strict";
import fc from "fast-check";
import {
  type Indicator,
  kindNamed,
  rowsOf,
  segmentLookup,
} from "@pivotbook/data";
import { openNativeEngine } from "../../fakes/native_engine.ts";
import { writeTestSegment } from "../../fakes/written_segment.ts";

const ROWS = 400;

/** Few labels and addresses, so that names share prefixes and rows share values. */
const row = (index: number): { name: string; address: string } => ({
  name: [
    ["a", "ab", "b", "a.b"][index % 4],
    ["example", "co", "exampl"][index % 3],
    ["com", "uk"][index % 2],
  ].slice(index % 5 === 0 ? 1 : 0).join("."),
  address: `192.0.2.${index % 37}`,
});
const rows = Array.from({ length: ROWS }, (_, index) => row(index));

const name = fc.nat(ROWS - 1).map((index) => rows[index]?.name ?? "");
const key: fc.Arbitrary<Indicator> = fc.oneof(
  name.map((value): Indicator => ({ type: "domain", value })),
  name.map((value): Indicator => ({ type: "domain", value: `*.${value}` })),
  fc.nat(50).map((value): Indicator => ({
    type: "ipv4",
    value: `192.0.2.${value}`,
  })),
  fc.tuple(fc.nat(50), fc.integer({ min: 26, max: 32 })).map((
    [value, length],
  ): Indicator => ({ type: "cidr", value: `192.0.2.${value}/${length}` })),
);

function holds({ type, value }: Indicator, index: number): boolean {
  const { name, address } = row(index);
  const last = Number(address.split(".")[3]);
  const [base = "", length = "32"] = value.split("/");
  const wanted = Number(base.split(".")[3]);
  const size = 2 ** (32 - Number(length));
  const tests: Partial<Record<Indicator["type"], () => boolean>> = {
    domain: () =>
      value.startsWith("*.")
        ? name === value.slice(2) || name.endsWith(value.slice(1))
        : name === value,
    ipv4: () => last === wanted,
    cidr: () => Math.floor(last / size) === Math.floor(wanted / size),
  };
  return tests[type]?.() ?? false;
}

Deno.test("segmentLookup() equals a filter over the same rows", async () => {
  const folder = await Deno.makeTempDir();
  const values = rows.map(({ name, address }, index) =>
    `('${name}', '${address}', ${index})`
  );
  const { view, locate } = await writeTestSegment(
    kindNamed("resolutions"),
    `SELECT *, 'A' AS rrtype, 'wire' AS seen_as, line AS count FROM (VALUES ${
      values.join(", ")
    }) AS t(rrname, rdata, line)`,
    `${folder}/one.duckdb`,
  );
  const engine = await openNativeEngine({ segmentFolders: [folder] });
  const source = segmentLookup(engine, {
    locate,
    sideIndex: () => Promise.resolve(null),
  });
  const check = async (
    keys: readonly Indicator[],
    exclude: readonly Indicator[],
  ): Promise<void> => {
    await source.lookup({
      kind: kindNamed("resolutions"),
      datasets: [view],
      keys,
      window: null,
      exclude,
      limit: null,
    }, '"found"');
    const found = rowsOf(await engine.query("SELECT line FROM found"))
      .map(({ line }) => Number(line)).sort((a, b) => a - b);
    const expected = rows.keys().filter((index) =>
      keys.some((key) => holds(key, index)) &&
      !exclude.some((key) => holds(key, index))
    );
    assert.deepEqual(found, [...expected]);
  };
  const asked = fc.array(
    key.filter(({ value }) => value.split(".").length > 2),
    { minLength: 1, maxLength: 4 },
  );
  try {
    await fc.assert(
      fc.asyncProperty(asked, fc.array(key, { maxLength: 1 }), check),
      { seed: 7, numRuns: 40 },
    );
  } finally {
    await engine.close();
    await Deno.remove(folder, { recursive: true });
  }
});

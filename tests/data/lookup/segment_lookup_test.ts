import assert from "node:assert/strict";
import {
  type Engine,
  type Indicator,
  kindNamed,
  type LookupRequest,
  rowsOf,
  segmentLookup,
  UNUSABLE,
} from "@pivotbook/data";
import { openNativeEngine } from "../../fakes/native_engine.ts";
import {
  writeTestSegment,
  type WrittenSegment,
} from "../../fakes/written_segment.ts";

const source = `SELECT * FROM (VALUES
  ('www.example.com', 'A', '192.0.2.1', TIMESTAMP '2020-01-01', TIMESTAMP '2020-02-01', 'a', 1),
  ('www.example.com', 'A', '192.0.2.1', TIMESTAMP '2020-01-01', TIMESTAMP '2020-02-01', 'b', 9),
  ('example.com', 'A', '192.0.2.9', TIMESTAMP '2021-01-01', NULL, 'a', 2),
  ('a.b.example.com', 'AAAA', '2001:db8::1', NULL, NULL, 'a', 3),
  ('notexample.com', 'CNAME', 'www.example.com', TIMESTAMP '2020-01-05', TIMESTAMP '2020-01-06', 'a', 4),
  ('example.net', 'A', '198.51.100.7', TIMESTAMP '2020-01-05', TIMESTAMP '2020-01-06', 'a', 5)
) AS t(rrname, rrtype, rdata, first_seen, last_seen, import_id, line)`;

const resolutions = kindNamed("resolutions");

async function withSegment(
  test: (engine: Engine, segment: WrittenSegment) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  const segment = await writeTestSegment(
    resolutions,
    `SELECT *, 'wire' AS seen_as FROM (${source})`,
    `${folder}/one.duckdb`,
  );
  const engine = await openNativeEngine({ segmentFolders: [folder] });
  try {
    await test(engine, segment);
  } finally {
    await engine.close();
    await Deno.remove(folder, { recursive: true });
  }
}

async function namesFound(
  engine: Engine,
  segment: WrittenSegment,
  extra: Partial<LookupRequest>,
): Promise<unknown[]> {
  const request: LookupRequest = {
    kind: resolutions,
    datasets: [segment.view],
    keys: [],
    window: null,
    exclude: [],
    limit: null,
    ...extra,
  };
  const source = segmentLookup(engine, {
    locate: segment.locate,
    sideIndex: () => Promise.resolve(null),
  });
  await source.lookup(request, '"found"');
  return rowsOf(await engine.query('FROM "found"')).map(({ line }) => line);
}

const cases: [Indicator[], bigint[]][] = [
  [[{ type: "domain", value: "www.example.com" }], [1n, 4n]],
  [[{ type: "domain", value: "*.example.com" }], [1n, 4n, 3n, 2n]],
  [[{ type: "domain", value: "*.b.example.com" }], [3n]],
  [[{ type: "ipv4", value: "192.0.2.1" }], [1n]],
  [[{ type: "cidr", value: "192.0.2.0/24" }], [1n, 2n]],
  [[{ type: "ipv6", value: "2001:db8::1" }], [3n]],
  [[{ type: "url", value: "http://www.Example.com/x" }], [1n, 4n]],
  [[{ type: "domain", value: "missing.example" }], []],
];

Deno.test("segmentLookup() finds each row once, in the order of its kind", async () => {
  await withSegment(async (engine, segment) => {
    for (const [keys, expected] of cases) {
      assert.deepEqual(await namesFound(engine, segment, { keys }), expected);
    }
  });
});

Deno.test("segmentLookup() leaves out what a lookup of the excluded finds", async () => {
  await withSegment(async (engine, segment) => {
    const keys: Indicator[] = [{ type: "domain", value: "*.example.com" }];
    const exclude: Indicator[] = [{ type: "cidr", value: "192.0.2.8/29" }, {
      type: "domain",
      value: "a.b.example.com",
    }];
    assert.deepEqual(await namesFound(engine, segment, { keys, exclude }), [
      1n,
      4n,
    ]);
  });
});

Deno.test("segmentLookup() narrows to a window and keeps rows whose time is unknown", async () => {
  await withSegment(async (engine, segment) => {
    const keys: Indicator[] = [{ type: "domain", value: "*.example.com" }];
    const start = BigInt(Date.UTC(2020, 0, 10)) * 1000n;
    const window = { start, stop: null, mode: "overlap" } as const;
    assert.deepEqual(await namesFound(engine, segment, { keys, window }), [
      1n,
      3n,
      2n,
    ]);
    const complete = { start, stop: null, mode: "complete" } as const;
    assert.deepEqual(
      await namesFound(engine, segment, { keys, window: complete }),
      [3n, 2n],
    );
  });
});

Deno.test("counts() gives as many rows per indicator as its lookup, by kind", async () => {
  await withSegment(async (engine, segment) => {
    const source = segmentLookup(engine, {
      locate: segment.locate,
      sideIndex: () => Promise.resolve(null),
    });
    const counts = await source.counts(
      cases.map(([[key]]) => key as Indicator),
      [
        segment.view,
      ],
    );
    assert.deepEqual(
      counts.map(({ rows }) => rows?.["resolutions"] ?? 0),
      cases.map(([, expected]) => expected.length),
    );
  });
});

Deno.test("segmentLookup() reads a segment whose side index does not fit, and says so", async () => {
  await withSegment(async (engine, segment) => {
    for (const [index, unindexed] of [[UNUSABLE, 1], [null, 0]] as const) {
      const source = segmentLookup(engine, {
        locate: segment.locate,
        sideIndex: () => Promise.resolve(index),
      });
      const answer = await source.lookup({
        kind: resolutions,
        datasets: [segment.view],
        keys: [{ type: "domain", value: "www.example.com" }],
        window: null,
        exclude: [],
        limit: null,
      }, '"found"');
      assert.equal(answer.rows, 2);
      assert.equal(answer.segments.length, 1);
      assert.equal(answer.unindexed.length, unindexed);
    }
  });
});

import assert from "node:assert/strict";
import { type DatasetView, type Engine, kindNamed } from "@pivotbook/data";
import {
  writeTestSegment,
  type WrittenSegment,
} from "../fakes/written_segment.ts";
import { writeSideIndex } from "../../server/segments/side_index.ts";
import { checkGridRows } from "../engine/grid_rows.ts";
import { engineCases } from "../engine/cases.ts";
import {
  boundColumns,
  insertedColumns,
  timeColumns,
} from "../engine/inserted.ts";
import { openNativeEngine } from "../../server/engine/mod.ts";
import { allTypesSql } from "../engine/types.ts";
import { assertNamespacesApart } from "../engine/namespaces.ts";
import { openEngineBrowser } from "./engine_harness.ts";
import type { SentRequest } from "./engine_page.ts";

Deno.test("browser engine", async (t) => {
  const browser = await openEngineBrowser();
  const { call } = browser;
  try {
    await t.step("opens", async () => {
      assert.equal(await call("open"), "v1.4.3");
    });
    for (const { sql, expected } of engineCases) {
      await t.step(`answers ${sql}`, async () => {
        assert.deepEqual(await call("query", sql), expected);
      });
    }
    await t.step("gives all types of DuckDB as the native engine", async () => {
      const native = await openNativeEngine();
      try {
        const expected = await native.query(allTypesSql);
        assert.ok(expected.columns.length > 50 && expected.rows === 3);
        const actual = await call("query", allTypesSql);
        for (const [index, column] of expected.columns.entries()) {
          assert.deepEqual(actual.columns[index], column, column.name);
        }
      } finally {
        await native.close();
      }
    });
    await t.step("gives inserted columns back", async () => {
      await call("insert", '"back"', [...insertedColumns]);
      const { columns } = await call("query", 'FROM "back"');
      assert.deepEqual(columns, insertedColumns);
      const empty = insertedColumns.map((column) => ({
        ...column,
        values: [],
      }));
      await call("insert", '"back"', empty);
      assert.equal((await call("query", 'FROM "back"')).rows, 0);
    });
    await t.step("gives few bound values back", async () => {
      await call("insert", '"bound"', [...boundColumns]);
      const { columns } = await call("query", 'FROM "bound"');
      assert.deepEqual(columns, boundColumns);
    });
    await t.step("gives times back", async () => {
      await call("insert", '"times"', [...timeColumns]);
      const { columns } = await call("query", 'FROM "times"');
      assert.deepEqual(columns, timeColumns);
    });
    await t.step("inserts many rows", async () => {
      const values = Array.from({ length: 200_000 }, (_, i) => `text ${i}`);
      await call("insert", '"many"', [{ name: "v", type: "VARCHAR", values }]);
      const { columns } = await call(
        "query",
        'SELECT count(*) AS n, count(DISTINCT v) AS d FROM "many"',
      );
      assert.deepEqual(columns.map(({ values: [count] }) => count), [
        200_000n,
        200_000n,
      ]);
    });
    await t.step("stops a query on abort and goes on", async () => {
      const slow =
        "CREATE OR REPLACE TABLE slow AS SELECT sum(a.i * b.i) AS s FROM range(1000000) AS a(i), range(100000) AS b(i)";
      assert.equal(await call("cancelled", slow, 300), "TimeoutError");
      assert.equal((await call("query", "SELECT 1 AS one")).rows, 1);
    });
    await t.step("gives a grid each row once", async () => {
      // Only queries are asked of it here.
      const engine = {
        query: (sql: string) => call("query", sql),
      } as Partial<Engine> as Engine;
      await checkGridRows(engine, { seed: 21, numRuns: 25 });
    });
    await t.step("is locked", async () => {
      for (const sql of forbidden) {
        assert.match(await call("fails", sql), /^query-failed: /, sql);
      }
      assert.equal((await call("query", "SELECT 1 AS one")).rows, 1);
    });
    await t.step("refuses what only one engine knows, and lives", async () => {
      assert.match(await call("fails", "SELECT current_date"), /^query-failed/);
      assert.match(
        await call("fails", "FROM read_parquet('x.parquet')"),
        /^query-failed/,
      );
      assert.equal((await call("query", "SELECT 1 AS one")).rows, 1);
    });
    await t.step("keeps namespaces apart", async () => {
      await assertNamespacesApart(async () => {
        const index = await call("openNamespace");
        return {
          query: (sql) => call("queryIn", index, sql),
          prepare: (sql) => call("prepareIn", index, sql),
          insert: (table, columns) =>
            call("insertIn", index, table, [...columns]),
          close: () => call("closeIn", index),
        };
      });
    });
    await t.step("takes no words for a crash", async () => {
      await call("query", "CREATE OR REPLACE TABLE a AS SELECT 1 AS b");
      for (const sql of ["SELECT unreachable FROM a", ...misleading]) {
        assert.match(await call("fails", sql), /^query-failed: /, sql);
      }
      assert.deepEqual(await call("crashes"), []);
    });
    await t.step("prepares without running", async () => {
      await call("prepare", "CREATE TABLE never AS (SELECT 1 AS a)");
      assert.match(await call("fails", "FROM never"), /never does not exist/);
      await assert.rejects(call("prepare", "SELECT 1; SELECT 2"));
    });
  } finally {
    await browser.close();
  }
});

Deno.test("browser engine tells what crashed it from what waited, and a worker that is lost", async () => {
  const browser = await openEngineBrowser();
  const { call } = browser;
  try {
    await call("open");
    const crash = call("fails", "SELECT range(1000000000) AS l");
    const waiting = call("fails", "SELECT 1");
    assert.match(await crash, /^engine-crashed: /);
    assert.match(await waiting, /^engine-lost: /);
    assert.deepEqual(await call("crashes"), ["engine-crashed"]);
    await call("open");
    const running = call("fails", "SELECT count(*) FROM range(1000000000000)");
    await call("loseWorker");
    assert.match(await running, /^engine-crashed: .*worker/);
    assert.match(await call("fails", "SELECT 1"), /^engine-lost: /);
  } finally {
    await browser.close();
  }
});

Deno.test("browser engine reads segments", async (t) => {
  const folder = await Deno.makeTempDir();
  const write = (rows: number, name: string) =>
    writeTestSegment(
      kindNamed("resolutions"),
      `SELECT 'n' || i || '.example.com' AS rrname, 'A' AS rrtype, '192.0.2.' || (i % 256) AS rdata, 'wire' AS seen_as, md5(i::VARCHAR) AS note FROM range(${rows}) AS t(i)`,
      `${folder}/${name}.duckdb`,
    );
  const small = await write(1000, "small");
  const large = await write(150_000, "large");
  await Deno.copyFile(large.path, `${folder}/damaged.duckdb`);
  const [segment] = large.view.snapshot.segments;
  const index = await writeSideIndex(large.path, {
    sha256: OTHER,
    parts: segment?.parts ?? [],
  });
  await Deno.writeFile(`${folder}/index`, index ?? new Uint8Array());
  const browser = await openEngineBrowser({
    [`/indexes/${OTHER}`]: `${folder}/index`,
    "/segments/small.duckdb": small.path,
    "/segments/large.duckdb": large.path,
    "/segments/changed.duckdb": large.path,
    "/segments/damaged.duckdb": `${folder}/damaged.duckdb`,
    "/segments/gone.duckdb": large.path,
  });
  const { call, server } = browser;
  const located = (written: WrittenSegment, name: string) => ({
    ...written.locate(),
    location: `/segments/${name}.duckdb`,
  });
  const request = (view: DatasetView): SentRequest => ({
    kind: "resolutions",
    datasets: [view],
    keys: [{ type: "domain", value: "n7.example.com" }],
    window: null,
    exclude: [],
    limit: null,
  });
  try {
    await call("open");
    await t.step("fetches a small file whole, in one request", async () => {
      await call("locate", located(small, "small"));
      const { rows, requests } = await call(
        "lookup",
        request(small.view),
        '"found"',
      );
      assert.deepEqual({ rows, requests }, { rows: 1, requests: 1 });
      assert.equal(server.served().requests, 1);
    });
    await t.step("tries a failed range again", async () => {
      await call("attach", "large", located(large, "large"));
      server.failures = 2;
      const sql =
        "SELECT count(DISTINCT note) AS n FROM large.resolutions_name";
      const { columns } = await call("query", sql);
      assert.deepEqual(columns[0]?.values, [150_000n]);
    });
    await t.step(
      "tells of a segment that changed, and reads it when it is right again",
      async () => {
        const sql =
          "SELECT count(DISTINCT rdata) AS n FROM changed.resolutions_address4";
        await call("attach", "changed", located(large, "changed"));
        server.etag = '"2"';
        assert.match(await call("fails", sql), /^segment-changed: /);
        server.etag = '"1"';
        await call("attach", "changed", located(large, "changed"));
        const { columns } = await call("query", sql);
        assert.deepEqual(columns[0]?.values, [256n]);
      },
    );
    await t.step(
      "tells of damaged bytes, and reads them when they are right again",
      async () => {
        const sql =
          "SELECT count(DISTINCT rrname) AS n FROM damaged.resolutions_name";
        const path = `${folder}/damaged.duckdb`;
        const whole = await Deno.readFile(path);
        await call("attach", "damaged", located(large, "damaged"));
        const [first, rest] = [whole.slice(0, 200_000), whole.slice(200_000)];
        await Deno.writeFile(
          path,
          new Uint8Array([...first, ...rest.map((byte) => byte ^ 0x5a)]),
        );
        assert.match(await call("fails", sql), /^segment-changed: /);
        await Deno.writeFile(path, whole);
        await call("attach", "damaged", located(large, "damaged"));
        const { columns } = await call("query", sql);
        assert.deepEqual(columns[0]?.values, [150_000n]);
        assert.deepEqual(await call("crashes"), []);
      },
    );
    await t.step("a lookup recovers from a segment that changed", async () => {
      const wanted = request(renamed(large.view));
      const other = [{ type: "domain" as const, value: "n149999.example.com" }];
      await call("open");
      await call("locate", { ...located(large, "large"), sha256: OTHER });
      await call("lookup", { ...wanted, keys: other }, '"found"');
      server.etag = '"2"';
      const missed = call("lookup", wanted, '"found"');
      await assert.rejects(missed, /Segment changed/);
      server.etag = '"1"';
      assert.equal((await call("lookup", wanted, '"found"')).rows, 1);
    });
    await t.step(
      "reads from a store that gives one range at a time",
      async () => {
        const wanted = {
          ...request(renamed(large.view)),
          keys: Array.from({ length: 8 }, (_, i) => ({
            type: "domain" as const,
            value: `n${i * 11_111}.example.com`,
          })),
        };
        const requests: number[] = [];
        for (const multiRange of ["given", "silent", "said"] as const) {
          server.multiRange = multiRange;
          await call("open");
          await call("locate", { ...located(large, "large"), sha256: OTHER });
          const answer = await call("lookup", wanted, '"found"');
          assert.equal(answer.rows, 8);
          requests.push(answer.requests);
        }
        server.multiRange = "given";
        const [together = 0, apart = 0, refused = 0] = requests;
        assert.ok(together <= 3 && apart > together, String(requests));
        assert.ok(refused >= apart, String(requests));
      },
    );
    await t.step(
      "gives up after what it cannot read, and opens again",
      async () => {
        const sql =
          "SELECT count(DISTINCT note) AS n FROM gone.resolutions_name";
        await call("open");
        await call("attach", "gone", located(large, "gone"));
        server.failures = Infinity;
        assert.match(await call("fails", sql), /^segment-unreadable: /);
        assert.deepEqual(await call("crashes"), ["segment-unreadable"]);
        assert.match(await call("fails", "SELECT 1"), /^segment-unreadable: /);
        server.failures = 0;
        await call("open");
        await call("attach", "gone", located(large, "gone"));
        const { columns } = await call("query", sql);
        assert.deepEqual(columns[0]?.values, [150_000n]);
      },
    );
  } finally {
    await browser.close();
    await Deno.remove(folder, { recursive: true });
  }
});

/** A hash by which the large segment is known beside the small one. */
const OTHER = "cd".repeat(32);

function renamed(
  { name, snapshot: { id, segments } }: DatasetView,
): DatasetView {
  const others = segments.map((one) => ({ ...one, sha256: OTHER }));
  return { name, snapshot: { id, segments: others } };
}

/** Rows that hold the words of traps and of damaged segments. */
const misleading = [
  "null function",
  "memory access out of bounds",
  "RuntimeError: unreachable",
  "Segment answered 404: http://127.0.0.1/segments/one.duckdb",
  "Segment changed on the server: http://127.0.0.1/segments/one.duckdb",
  "Corrupt database file: computed checksum",
].flatMap((words) => [
  `SELECT '${words}'::INTEGER`,
  `SELECT error('${words}')`,
]);

const forbidden = [
  "SET enable_external_access = true",
  "SET threads = 1",
  "FROM read_csv('/etc/passwd')",
  "SELECT * FROM read_text('http://127.0.0.1/x')",
  "ATTACH 'http://127.0.0.1:1/other.duckdb' AS other",
  "COPY (SELECT 1) TO 'out.csv'",
  "LOAD json",
];

import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { lookUpEverywhere } from "../../../server/lookup_everywhere.ts";
import { rowsOf } from "@pivotbook/data";
import { type TestHome, withHome } from "../../fakes/home.ts";

const record = (fields: Record<string, unknown>): string =>
  JSON.stringify({
    rrname: "shop.example.",
    rrtype: "A",
    rdata: "192.0.2.7",
    time_first: 1475798400,
    time_last: 1486080000,
    count: 12,
    ...fields,
  });

async function resolutionsOf(
  home: TestHome,
  value: string,
): Promise<Record<string, unknown>[]> {
  const found = await lookUpEverywhere(home, { type: "domain", value });
  return found["resolutions"] ? rowsOf(found["resolutions"]) : [];
}

Deno.test("import explodes arrays of values without multiplying counts, and cuts trailing dots", () =>
  withHome(async (home) => {
    const { files: [file] } = await home.import({
      "a.ndjson": `${record({ rdata: ["192.0.2.7", "192.0.2.8"] })}\n`,
    });
    assert.deepEqual([
      file?.format,
      file?.read,
      file?.kept,
      file?.merged,
      file?.rejected,
    ], ["dnsdb-v1", 2, 2, 0, 0]);
    const rows = await resolutionsOf(home, "shop.example");
    assert.deepEqual(
      rows.map((row) => [row["rdata"], row["count"], row["line"]]),
      [["192.0.2.7", 12n, 1n], ["192.0.2.8", 12n, 1n]],
    );
  }));

Deno.test("import reads record types by number, times in every form, zone times and inner dots", () =>
  withHome(async (home) => {
    const lines = [
      record({ rrtype: 28, rdata: "2001:DB8::7" }),
      record({
        rrtype: "CNAME",
        rdata: "Target.example.net.",
        time_first: "1475798400.5",
      }),
      record({ rrtype: "MX", rdata: "10 mx.example.net." }),
      record({
        rrtype: "NS",
        rdata: "ns.example.net.",
        time_first: undefined,
        time_last: undefined,
        zone_time_first: 1275401003,
        zone_time_last: 1484841664,
      }),
      record({
        rrtype: "TXT",
        rdata: '"v=spf1 -all"',
        time_first: "2016-10-07T00:00:00Z",
        time_last: "2017-02-03T00:00:00Z",
      }),
    ];
    const { files: [file] } = await home.import({
      "a.ndjson": lines.join("\n"),
    });
    assert.equal(file?.kept, 5);
    const rows = await resolutionsOf(home, "shop.example");
    const values = Object.fromEntries(
      rows.map((
        row,
      ) => [row["rrtype"], [row["rdata"], row["seen_as"], row["first_seen"]]]),
    );
    assert.deepEqual(values, {
      AAAA: ["2001:db8::7", "wire", 1475798400000000n],
      CNAME: ["target.example.net", "wire", 1475798400500000n],
      MX: ["10 mx.example.net", "wire", 1475798400000000n],
      NS: ["ns.example.net", "zone", 1275401003000000n],
      TXT: ['"v=spf1 -all"', "wire", 1475798400000000n],
    });
    assert.equal((await resolutionsOf(home, "mx.example.net")).length, 1);
  }));

Deno.test("import merges rows that say the same, and rejects with reason and line", () =>
  withHome(async (home) => {
    const lines = [
      record({}),
      record({}),
      "{broken",
      record({ rrname: "" }),
      record({ time_first: "soon" }),
      "",
      record({ count: "many" }),
      record({ time_last: 1 }),
    ];
    const { files: [file] } = await home.import({
      "a.ndjson": lines.join("\r\n"),
    });
    assert.deepEqual([file?.read, file?.kept, file?.merged, file?.rejected], [
      7,
      1,
      1,
      5,
    ]);
    assert.deepEqual(
      file?.reasons.map(({ reason, line }) => `${line} ${reason}`).sort(),
      [
        "3 not valid JSON",
        "4 rrname is missing",
        "5 time_first is no time",
        "7 count is no whole number",
        "8 time_last is before time_first",
      ],
    );
    const kept = await Deno.readTextFile(
      `${home.home.imports}/${file?.import}.rejected.ndjson`,
    );
    assert.equal(kept.trim().split("\n").length, 5);
    assert.match(kept, /"text":"\{broken"/);
  }));

const stream = (...endings: string[]): string =>
  [
    '{"cond":"begin"}',
    `{"obj":${record({})}}`,
    '{"cond":"ongoing"}',
    ...endings,
  ].join("\n");

Deno.test("import refuses a stream that breaks off and publishes nothing, unless told to", () =>
  withHome(async (home) => {
    await assert.rejects(home.import({ "a.saf": stream() }), {
      code: "truncated-stream",
    });
    await assert.rejects(
      home.import({ "a.saf": stream('{"cond":"failed","msg":"quota"}') }),
      { code: "failed-stream", message: /quota/ },
    );
    assert.deepEqual(await home.datasets.names(), []);
    const partial = await home.import({ "a.saf": stream() }, { partial: true });
    assert.equal(partial.files[0]?.kept, 1);
    const whole = await home.import({
      "b.saf": stream('{"cond":"limited","msg":"Result limit reached"}'),
    });
    assert.deepEqual([whole.files[0]?.format, whole.files[0]?.read], [
      "dnsdb-v2",
      1,
    ]);
  }));

Deno.test("import of a file that the dataset holds already adds nothing", () =>
  withHome(async (home) => {
    const first = await home.import({ "a.ndjson": record({}) });
    const again = await home.import({ "copy.ndjson": record({}) });
    assert.equal(again.snapshot, first.snapshot);
    assert.deepEqual([again.files[0]?.kept, again.files[0]?.merged], [0, 1]);
  }));

Deno.test("import reads CSV with quoted line breaks and says where a record is too short", () =>
  withHome(async (home) => {
    const csv =
      'rrname,rrtype,rdata,first_seen,seen_as,note\nshop[.]example,A,192[.]0[.]2[.]7,2016-10-01,wire,"two\nlines"\nshort,A\nshop.example,A,192.0.2.9,2016-10-01,heard,\n';
    const { files: [file] } = await home.import({ "a.csv": csv });
    assert.deepEqual([file?.kept, file?.reasons.map(({ reason }) => reason)], [
      1,
      [
        "has 2 fields, the header 6",
        "seen_as is none of wire, zone, single, asserted",
      ],
    ]);
    const [row] = await resolutionsOf(home, "shop.example");
    assert.deepEqual([row?.["rdata"], row?.["note"]], [
      "192.0.2.7",
      "two\nlines",
    ]);
  }));

Deno.test("import reads gzip, and says when it is damaged", () =>
  withHome(async (home) => {
    const packed = new Uint8Array(gzipSync(record({})));
    assert.equal(
      (await home.import({ "a.ndjson.gz": packed })).files[0]?.kept,
      1,
    );
    await assert.rejects(
      home.import({ "b.ndjson.gz": packed.subarray(0, 40) }),
      { code: "damaged-gzip" },
    );
  }));

/** Name, content and the code that a reader sees. */
const unusable: readonly (readonly [string, string | Uint8Array, string])[] = [
  ["empty.json", "", "empty-file"],
  ["blank.json", "\n\n", "unknown-format"],
  ["binary.json", new Uint8Array([0, 1, 2, 255, 254, 0, 7]), "unknown-format"],
  ["odd.csv", "a,b\n1,2\n", "unknown-format"],
  ["cut.parquet", "PAR1 and no more", "damaged-parquet"],
  [
    "quote.csv",
    'rrname,rrtype,rdata\na.example,A,"192.0.2.7\n',
    "nothing-read",
  ],
  [
    "line.json",
    `{"rrname":"a","rdata":"b","time_first":1,"x":"${
      "x".repeat(17 * 1024 * 1024)
    }"}`,
    "unknown-format",
  ],
];

for (const [name, content, code] of unusable) {
  Deno.test(`import of ${name} is an error for a reader and publishes nothing`, () =>
    withHome(async (home) => {
      await assert.rejects(home.import({ [name]: content }), { code });
      assert.deepEqual(await home.datasets.names(), []);
      assert.deepEqual(
        await Array.fromAsync(Deno.readDir(home.home.temporary)),
        [],
      );
    }));
}

Deno.test("import keeps good lines beside one that is too long or not UTF-8", () =>
  withHome(async (home) => {
    const long = new TextEncoder().encode(
      `${record({})}\n${"x".repeat(17 * 1024 * 1024)}\n`,
    );
    const broken = new Uint8Array([
      ...long,
      0xff,
      0xfe,
      10,
      ...new TextEncoder().encode(record({ rdata: "192.0.2.9" })),
    ]);
    const { files: [file] } = await home.import({ "a.ndjson": broken });
    assert.deepEqual([file?.kept, file?.rejected], [2, 2]);
    assert.deepEqual(
      file?.reasons.map(({ line, reason }) => `${line} ${reason}`),
      ["2 longer than 16 MB", "3 not valid UTF-8"],
    );
    const rows = await resolutionsOf(home, "shop.example");
    assert.deepEqual(rows.map((row) => row["line"]).sort(), [1n, 4n]);
  }));

Deno.test("import of NDJSON rejects single lines with their numbers", () =>
  withHome(async (home) => {
    const row = (fields: Record<string, unknown>): string =>
      JSON.stringify({
        rrname: "shop.example",
        rrtype: "A",
        rdata: "192.0.2.7",
        first_seen: "2016-10-01",
        ...fields,
      });
    const lines = [
      row({}),
      "not json",
      "[1]",
      row({ rdata: "999.1.1.1" }),
      row({ last_seen: "2016-09-01" }),
      row({ count: -3 }),
    ];
    const { files: [file] } = await home.import({
      "a.ndjson": lines.join("\n"),
    });
    assert.deepEqual([file?.kept, file?.rejected], [1, 5]);
    assert.deepEqual(
      file?.reasons.map(({ reason, line, count }) =>
        `${line} ${count} ${reason}`
      ),
      [
        "2 2 not a JSON object",
        "4 1 rdata is no IPv4 address",
        "5 1 last_seen is before first_seen",
        "6 1 count is negative",
      ],
    );
    const [found] = await resolutionsOf(home, "shop.example");
    assert.deepEqual([found?.["provenance"], found?.["seen_as"]], [null, null]);
  }));

Deno.test("import says which kind a file comes closest to, and what it misses, whatever its format", () =>
  withHome(async (home) => {
    const path = `${home.folder}/made.parquet`;
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    await connection.run(
      `COPY (SELECT 'shop.example' AS rrname, 'A' AS rrtype) TO '${path}' (FORMAT parquet)`,
    );
    connection.closeSync();
    instance.closeSync();
    const files = {
      "a.csv": "rrname,rrtype\nshop.example,A\n",
      "b.ndjson": '{"rrname": "shop.example", "rrtype": "A"}\n',
      "c.parquet": await Deno.readFile(path),
    };
    for (const [name, content] of Object.entries(files)) {
      await assert.rejects(home.import({ [name]: content }), {
        code: "unknown-format",
        message: /looks like resolutions, but misses rdata/,
      });
    }
  }));

Deno.test("import takes no file for samples whose rows name none", () =>
  withHome(async (home) => {
    const csv =
      "domain,ip,first_seen,last_seen\na.example,192.0.2.1,2016-10-01,2016-10-02\n";
    await assert.rejects(home.import({ "a.csv": csv }), {
      code: "unknown-format",
    });
    assert.deepEqual(await home.datasets.names(), []);
  }));

Deno.test("import reads Parquet by its column names, whatever the file is called", () =>
  withHome(async (home) => {
    const path = `${home.folder}/made.parquet`;
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    await connection.run(
      `COPY (SELECT 'shop.example' AS rrname, 'A' AS rrtype, '192.0.2.7' AS rdata, TIMESTAMP '2016-10-01' AS first_seen, 7 AS count) TO '${path}' (FORMAT parquet)`,
    );
    connection.closeSync();
    instance.closeSync();
    const { files: [file] } = await home.import({
      "data[1]*.parquet": await Deno.readFile(path),
    });
    assert.deepEqual([file?.format, file?.kind, file?.kept], [
      "parquet",
      "resolutions",
      1,
    ]);
    const [row] = await resolutionsOf(home, "shop.example");
    assert.deepEqual([row?.["first_seen"], row?.["count"]], [
      1475280000000000n,
      7n,
    ]);
  }));

Deno.test("import gives the lines of CSV records past blank ones and line breaks in quotes", () =>
  withHome(async (home) => {
    const csv =
      'rrname,rrtype,rdata,note\n\n\na.example,A,192.0.2.1,"two\nlines"\nb.example,A,192.0.2.2,\n';
    await home.import({ "a.csv": csv });
    assert.deepEqual([
      (await resolutionsOf(home, "a.example"))[0]?.["line"],
      (await resolutionsOf(home, "b.example"))[0]?.["line"],
    ], [4n, 6n]);
  }));

Deno.test("two imports of one file at the same time add its rows once", () =>
  withHome(async (home) => {
    const file = { "a.ndjson": record({}) };
    await Promise.all([home.import(file), home.import(file)]);
    const { snapshot } = await home.datasets.view("test");
    assert.equal(snapshot.segments.length, 1);
  }));

Deno.test("import reads gzip of several members, as rotated logs are", () =>
  withHome(async (home) => {
    const members = [record({}), record({ rdata: "192.0.2.8" })].map((text) =>
      gzipSync(`${text}\n`)
    );
    const { files: [file] } = await home.import({
      "a.ndjson.gz": new Uint8Array(Buffer.concat(members)),
    });
    assert.equal(file?.kept, 2);
  }));

const columns = "rrname,rrtype,rdata,note";

Deno.test("import rejects the line of a quote that is not closed, and keeps what stands before and behind it", () =>
  withHome(async (home) => {
    const csv =
      `${columns}\na.example,A,192.0.2.1,"two\nlines"\nshort\n\nb.example,A,192.0.2.2,"open\nc.example,A,192.0.2.3,\n\nd.example,A,192.0.2.4,`;
    const { files: [file] } = await home.import({ "a.csv": csv });
    assert.deepEqual([file?.read, file?.kept, file?.rejected], [5, 3, 2]);
    assert.deepEqual(
      file?.reasons.map(({ reason, line, count }) =>
        `${line} ${count} ${reason}`
      ),
      [
        "4 1 has 1 fields, the header 4",
        "6 1 a quote is not closed",
      ],
    );
    const kept = await Deno.readTextFile(
      `${home.home.imports}/${file?.import}.rejected.ndjson`,
    );
    assert.match(kept, /"line":6,.*"text":"b\.example,A,192\.0\.2\.2,/);
  }));

Deno.test("import ends lines of CSV only at line feeds", () =>
  withHome(async (home) => {
    const csv =
      `${columns}\na.example,A,192.0.2.1,x\u2028y\nb.example,A,192.0.2.2,x\u2029y\nc.example,A,192.0.2.3,"open\n`;
    const { files: [file] } = await home.import({ "a.csv": csv });
    assert.deepEqual([file?.kept, file?.rejected], [2, 1]);
    assert.equal(
      file?.reasons[0]?.reason,
      "a quote is not closed",
    );
  }));

Deno.test("import rejects a record that is too long, and nothing behind it", () =>
  withHome(async (home) => {
    const long = `${"x".repeat(999)}\n`.repeat(17_000);
    const csv =
      `${columns}\na.example,A,192.0.2.1,x\n\nb.example,A,192.0.2.2,"${long}"\nc.example,A,192.0.2.3,"two\nlines"\nd.example,A\n`;
    const { files: [file] } = await home.import({ "a.csv": csv });
    assert.deepEqual([file?.kept, file?.rejected], [2, 2]);
    assert.deepEqual(
      file?.reasons.map(({ line, reason }) => `${line} ${reason}`),
      [
        "4 longer than 16 MiB, or a quote is not closed; it reaches to line 17004",
        "17007 has 2 fields, the header 4",
      ],
    );
    const [row] = await resolutionsOf(home, "c.example");
    assert.deepEqual([row?.["line"], row?.["note"]], [17_005n, "two\nlines"]);
  }));

Deno.test("import rejects a record with characters behind a quote, and nothing behind it", () =>
  withHome(async (home) => {
    const csv =
      `${columns}\na.example,A,192.0.2.1,"so "called" names"\nb.example,A,192.0.2.2,"said" x\n\nc.example,A,192.0.2.3,5" disk\n`;
    const { files: [file] } = await home.import({ "a.csv": csv });
    assert.deepEqual([file?.kept, file?.rejected], [1, 2]);
    const [reason] = file?.reasons ?? [];
    assert.deepEqual([reason?.line, reason?.count], [2, 2]);
    assert.match(reason?.reason ?? "", /^a quote is followed by/);
    const [row] = await resolutionsOf(home, "c.example");
    assert.deepEqual([row?.["line"], row?.["note"]], [5n, '5" disk']);
  }));

Deno.test("import of CSV whose header has an open quote says where and what to do", () =>
  withHome((home) =>
    assert.rejects(
      home.import({
        "a.csv": `rrname,rrtype,rdata,"note\na.example,A,192.0.2.1,open\n`,
      }),
      { code: "bad-csv", message: /line 1 on/, remedy: /double it/ },
    )
  ));

Deno.test("import names the columns that it did not read", () =>
  withHome(async (home) => {
    const row = {
      rrname: "a.example",
      rrtype: "A",
      rdata: "192.0.2.1",
      first_seen: "2016-10-01",
    };
    const path = `${home.folder}/made.parquet`;
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    await connection.run(
      `COPY (SELECT 'a.example' AS rrname, 'A' AS rrtype, '192.0.2.7' AS rdata, TIMESTAMP '2016-10-01' AS first_seen, 7 AS score) TO '${path}' (FORMAT parquet)`,
    );
    connection.closeSync();
    instance.closeSync();
    const { files } = await home.import({
      "a.csv":
        "RRName,rrtype,rdata,first_seen,Score,line\na.example,A,192.0.2.1,2016-10-01,5,7\n",
      "b.ndjson": [row, { ...row, score: 5 }, { ...row, TLP: "clear" }]
        .map((value) => JSON.stringify(value)).join("\n"),
      "c.parquet": await Deno.readFile(path),
      "d.ndjson": record({}),
    });
    assert.deepEqual(files.map(({ unknownColumns }) => unknownColumns), [
      ["line", "score"],
      ["TLP", "score"],
      ["score"],
      [],
    ]);
  }));

Deno.test("import reports the commonest reasons and keeps every rejected line beside the import", () =>
  withHome(async (home) => {
    const narrow = Array.from(
      { length: 3000 },
      (_, index) => `x${",".repeat(index % 60 + 10)}`,
    );
    const csv = [columns, "a.example,A,192.0.2.1,", ...narrow].join("\n");
    const { files: [file] } = await home.import({ "a.csv": csv });
    assert.deepEqual([file?.kept, file?.rejected], [1, 3000]);
    assert.equal(file?.reasons.length, 21);
    const others = file?.reasons.at(-1);
    assert.deepEqual([others?.reason, others?.count], ["other reasons", 2000]);
    const kept = await Deno.readTextFile(
      `${home.home.imports}/${file?.import}.rejected.ndjson`,
    );
    const lines = kept.trimEnd().split("\n").map((line) => JSON.parse(line));
    assert.deepEqual(
      lines.map(({ line }) => line),
      narrow.map((_, index) => index + 3),
    );
  }));

Deno.test("import refuses what unpacks to more than it may, and leaves nothing behind", () =>
  withHome(async (home) => {
    const packed = new Uint8Array(gzipSync(`${record({})}\n`.repeat(2000)));
    const path = `${home.folder}/made.parquet`;
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    await connection.run(
      `COPY (SELECT 'a.example' AS rrname, 'A' AS rrtype, '192.0.2.7' AS rdata FROM range(100000)) TO '${path}' (FORMAT parquet)`,
    );
    connection.closeSync();
    instance.closeSync();
    const bombs = {
      "a.ndjson.gz": packed,
      "b.parquet": await Deno.readFile(path),
    };
    for (const [name, content] of Object.entries(bombs)) {
      assert.ok(content.length < 100_000);
      await assert.rejects(
        home.import({ [name]: content }, { limits: { unpacked: 100_000 } }),
        { code: "unpacked-too-large", message: /97\.7 KB/ },
      );
    }
    assert.deepEqual(await home.datasets.names(), []);
    const left = await Array.fromAsync(Deno.readDir(home.home.temporary));
    assert.deepEqual(left, []);
  }));

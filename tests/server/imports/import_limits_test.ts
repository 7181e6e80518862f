import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import type { InputError } from "@pivotbook/data";
import { withHome } from "../../fakes/home.ts";
import { machineError } from "../../../server/machine_error.ts";

const HEADER = "rrname,rrtype,rdata,first_seen";
const good = (number: number): string =>
  `host${number}.example,A,192.0.2.${number % 250},2016-10-07`;
const bad = (number: number): string => `host${number}.example,A,none,2016`;

Deno.test("import of a file of which most rows are rejected publishes nothing and keeps them", () =>
  withHome(async (home) => {
    const text = [HEADER, good(1), bad(2), bad(3)].join("\n");
    let told: InputError | undefined;
    await assert.rejects(
      home.import({ "a.csv": text }, { limits: { rejected: 0.5 } }),
      (error: InputError) => {
        told = error;
        return error.code === "too-many-rejected";
      },
    );
    assert.match(
      told?.message ?? "",
      /2 of 3 rows .* more than 50 %: 2 × first_seen/,
    );
    assert.equal((await home.datasets.names()).length, 0);
    const [kept] = (await Array.fromAsync(Deno.readDir(home.home.imports)))
      .map(({ name }) => name);
    assert.match(kept ?? "", /^[0-9a-f]{16}\.rejected\.ndjson$/);
    assert.ok(told?.remedy?.includes(kept ?? ""), told?.remedy);
    const half = [HEADER, good(1), bad(2)].join("\n");
    const { files: [file] } = await home.import({ "b.csv": half }, {
      limits: { rejected: 0.5 },
    });
    assert.deepEqual([file?.kept, file?.rejected], [1, 1]);
  }));

Deno.test("import asks before it takes a compressed file that grows beyond measure", () =>
  withHome(async (home) => {
    const lines = Array.from({ length: 3000 }, () => good(1));
    const packed = new Uint8Array(gzipSync([HEADER, ...lines].join("\n")));
    const limits = { expansion: { bytes: 10_000, times: 20 } };
    await assert.rejects(home.import({ "a.csv.gz": packed }, { limits }), {
      code: "large-expansion",
      remedy: /--allow-expansion/,
    });
    assert.deepEqual(await home.datasets.names(), []);
    const { files: [file] } = await home.import({ "a.csv.gz": packed }, {
      limits: { expansion: null },
    });
    assert.equal(file?.kept, 1);
    const sound = await home.import({ "a.csv.gz": packed }, {
      limits: { expansion: { bytes: 10_000, times: 2000 } },
    });
    assert.equal(sound.files[0]?.read, 3000);
  }));

const record = JSON.stringify({
  rrname: "shop.example",
  rrtype: "A",
  rdata: "192.0.2.7",
  time_first: 1475798400,
});
const wide = JSON.stringify({
  origin: `https://sensor.example/${"a".repeat(70_000)}`,
  ...JSON.parse(record),
});
const texts: readonly (readonly [string, string, number, number])[] = [
  ["a NUL on the second line", `${record}\nx\0y\n`, 1, 1],
  ["a NUL on the first line", `{"a":"\0"}\n${record}\n`, 1, 1],
  ["a field of 70 KB on the first line", `${wide}\n${record}\n`, 2, 0],
  ["a damaged first line", `{"rrname":\n${record}\n`, 1, 1],
  [
    "a field of 70 KB in CSV",
    `${HEADER},note\n${good(1)},${"a".repeat(70_000)}\n${good(2)},\0\n`,
    1,
    1,
  ],
];

for (const [what, text, kept, rejected] of texts) {
  Deno.test(`import does not take a text for binary that holds ${what}`, () =>
    withHome(async (home) => {
      const { files: [file] } = await home.import({ "a.txt": text });
      assert.deepEqual([file?.kept, file?.rejected], [kept, rejected]);
    }));
}

Deno.test("import takes no UTF-16 and no archive for text", () =>
  withHome(async (home) => {
    const utf16 = new Uint8Array(
      [...`${record}\n`].flatMap((letter) => [letter.charCodeAt(0), 0]),
    );
    await assert.rejects(home.import({ "a.json": utf16 }), {
      code: "unknown-format",
    });
  }));

Deno.test("import of CSV with two columns of a name is refused and names it", () =>
  withHome(async (home) => {
    const text = `rrname,rrtype,rdata,first_seen,RDATA \n${
      good(1)
    },192.0.2.9\n`;
    await assert.rejects(home.import({ "a.csv": text }), {
      code: "duplicate-column",
      message: /two columns "rdata"/,
    });
  }));

Deno.test("import rejects a line on which a quote is opened and not closed, and reads on", () =>
  withHome(async (home) => {
    const lines = [HEADER, `"open.example,A,192.0.2.1,2016-10-07`];
    for (let number = 0; number < 50; number++) lines.push(good(number));
    const { files: [file] } = await home.import({ "a.csv": lines.join("\n") }, {
      limits: { rejected: 0.5 },
    });
    assert.deepEqual([file?.kept, file?.rejected, file?.reasons], [50, 1, [{
      reason: "a quote is not closed",
      count: 1,
      line: 2,
    }]]);
  }));

const full = new Error("any words", {
  cause: Object.assign(new Error("at the root"), { code: "ENOSPC" }),
});

Deno.test("machineError() knows a full disk by its code, however deep, and by no words", () => {
  assert.equal((machineError(full) as InputError).code, "disk-full");
  const words = new Error("No space left on device");
  assert.equal(machineError(words), words);
});

import assert from "node:assert/strict";
import { detectReader, readerNamed } from "@pivotbook/data";

const headOf = (columns: readonly string[]) => {
  const text = `${columns.join(",")}\n`;
  const bytes = new TextEncoder().encode(text);
  return { name: "a.csv", bytes, text, columns };
};

/** Columns, and what a reader is told of them. */
const foreign: readonly (readonly [readonly string[], RegExp])[] = [
  [["rrname", "rrtype"], /looks like resolutions, but misses rdata$/],
  [
    ["domain", "ip", "first_seen", "last_seen"],
    /looks like resolutions, but misses rrname, rrtype, rdata$/,
  ],
  [
    ["RR-Name", "First", "Last"],
    /looks like resolutions, but misses rrname, rrtype, rdata$/,
  ],
  [
    ["hash_sha256", "size", "first_seen"],
    /looks like samples, but misses one of sha256, sha1, md5, imphash$/,
  ],
  [
    ["issuer", "subject", "not_before", "host"],
    /looks like certificates, but misses one of sha1, sha256, serial$/,
  ],
  [["indicator"], /looks like \w+, but has only one of its columns$/],
  [["a", "b"], /columns are a, b\. No dataset kind has any of them$/],
];

for (const [columns, message] of foreign) {
  Deno.test(`a file with the columns ${columns.join(", ")} is told what it misses`, () => {
    const head = headOf(columns);
    const details = { code: "unknown-format", message };
    assert.throws(() => detectReader(head), details);
    assert.throws(() => readerNamed("csv", head), {
      code: "wrong-format",
      message,
    });
  });
}

Deno.test("a file of another format than the one that was named is told its own", () => {
  const head = headOf(["rrname", "rrtype", "rdata"]);
  assert.equal(detectReader(head).kind.name, "resolutions");
  assert.throws(() => readerNamed("parquet", head), {
    code: "wrong-format",
    message: /not Parquet with a kind's columns, but CSV/,
  });
});

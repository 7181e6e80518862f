import assert from "node:assert/strict";
import fc from "fast-check";
import { dnsName, hostName, nameLabels } from "@pivotbook/data";

/** A name as it is written, and its normal form. */
const forms: readonly (readonly [string, string | null])[] = [
  ["WWW.Example.COM.", "www.example.com"],
  ["b\u00FCcher.example", "xn--bcher-kva.example"],
  ["XN--BCHER-KVA.example", "xn--bcher-kva.example"],
  ["bu\u0308cher.example", "xn--bcher-kva.example"],
  ["fa\u00DF.example", "xn--fa-hia.example"],
  ["\uFF45xample\uFF0Ecom", "example.com"],
  ["www\u3002example\uFF61com", "www.example.com"],
  ["exam\u00ADpl\u00E9.test", "xn--exampl-gva.test"],
  ["_dmarc.example.com", "_dmarc.example.com"],
  ["_b\u00FCcher.example", "xn--_bcher-4ya.example"],
  ["-x-.example.com", "-x-.example.com"],
  ["*.example.com", "*.example.com"],
  ["\\042.example.com", "*.example.com"],
  ["a.*.example.com", "a.\\042.example.com"],
  ["foo\\032bar.Example.com", "foo\\032bar.example.com"],
  ["foo bar.example.com", "foo\\032bar.example.com"],
  ["host\\.master.example.com", "host\\046master.example.com"],
  ["\\119\\087w.example.com", "www.example.com"],
  ["a\\@b.example.com", "a\\064b.example.com"],
  ["a/b.example.com", "a\\047b.example.com"],
  ["b\\195\\188cher.example", "b\\195\\188cher.example"],
  ["0/25.2.0.192.IN-ADDR.arpa.", "0/25.2.0.192.in-addr.arpa"],
  [".", "."],
  ["COM", "com"],
  ["com.", "com"],
  ["192.0.2.1", "192.0.2.1"],
  ["", null],
  ["..", null],
  ["a..example.com", null],
  [`${"a".repeat(64)}.example`, null],
  [`${"\\032".repeat(63)}.example`, `${"\\032".repeat(63)}.example`],
  [`${"a.".repeat(126)}a`, `${"a.".repeat(126)}a`],
  [`${"a.".repeat(127)}a`, null],
];

for (const [text, normal] of forms) {
  Deno.test(`dnsName() writes ${JSON.stringify(text.slice(0, 30))} as ${normal?.slice(0, 30)}`, () => {
    assert.equal(dnsName(text), normal);
  });
}

Deno.test("dnsName() is its own normal form", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: "binary" })),
      (text) => {
        const normal = dnsName(text);
        if (normal !== null) assert.equal(dnsName(normal), normal);
      },
    ),
    { seed: 20170202, numRuns: 2000 },
  );
});

Deno.test("dnsName() is one for a name, its A-labels, its case, its dot and its escapes", () => {
  const label = fc.string({
    unit: fc.constantFrom(..."abz09-_\u00E4\u00DF\u0436\u4E2D"),
    minLength: 1,
    maxLength: 8,
  });
  const names = fc.array(label, { minLength: 1, maxLength: 4 })
    .map((labels) => labels.join("."));
  fc.assert(
    fc.property(names, (name) => {
      const normal = dnsName(name);
      assert.equal(dnsName(`${name}.`), normal);
      const escaped = (normal ?? "").replace(
        /[a-z0-9_-]/g,
        (letter) => `\\${String(letter.charCodeAt(0)).padStart(3, "0")}`,
      );
      if (normal !== null && !normal.includes("\\")) {
        assert.equal(dnsName(normal.toUpperCase()), normal);
        assert.equal(dnsName(escaped), normal);
      }
    }),
    { seed: 20170202, numRuns: 1000 },
  );
});

Deno.test("nameLabels() parts a name at its dots, and the root has none", () => {
  assert.deepEqual(nameLabels("a\\046b.example.com"), [
    "a\\046b",
    "example",
    "com",
  ]);
  assert.deepEqual(nameLabels("."), []);
});

for (
  const text of [
    "com",
    ".",
    "-x.example.com",
    "1.2.3",
    "192.0.2.1",
    "a/b.example.com",
    "a b.example.com",
    "a@b.example.com",
    "C:\\123.example.com",
    "dir\\123name.exe",
    "http://example.com",
  ]
) {
  Deno.test(`hostName() does not take ${text} for a host without being told`, () => {
    assert.equal(hostName(text), null);
  });
}

for (
  const text of [
    "0/25.2.0.192.in-addr.arpa",
    "foo\\032bar.example.com",
    "_dmarc.example.com",
    "*.example.com",
  ]
) {
  Deno.test(`hostName() takes ${text}`, () => {
    assert.equal(hostName(text), text);
  });
}

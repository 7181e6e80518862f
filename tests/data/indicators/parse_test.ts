import assert from "node:assert/strict";
import { parseIndicator, tryParseIndicator } from "@pivotbook/data";

/** Text, type and value; the classes of defanging that peers write and read. */
const cases: readonly (readonly [string, string, string])[] = [
  ["109[.]164[.]247[.]169", "ipv4", "109.164.247.169"],
  ["192(.)0(.)2(.)7", "ipv4", "192.0.2.7"],
  ["192{.}0{.}2{.}7", "ipv4", "192.0.2.7"],
  ["192<.>0<.>2<.>7", "ipv4", "192.0.2.7"],
  ["192[.)0(.]2[.}7", "ipv4", "192.0.2.7"],
  ["192.0.2[.7", "ipv4", "192.0.2.7"],
  ["192.0.2.]7", "ipv4", "192.0.2.7"],
  ["192.0.2[.7:443", "ipv4", "192.0.2.7"],
  ["192[dot]0(dot)2{dot}7", "ipv4", "192.0.2.7"],
  ["192 dot 0 dot 2 dot 7", "ipv4", "192.0.2.7"],
  ["192 . 0 . 2 . 7", "ipv4", "192.0.2.7"],
  ["192\\.0\\.2\\.7", "ipv4", "192.0.2.7"],
  ["192^.0^.2^.7", "ipv4", "192.0.2.7"],
  ["192,0,2,7", "ipv4", "192.0.2.7"],
  ["192\u30FB0\u30FB2\u30FB7", "ipv4", "192.0.2.7"],
  ["192.0.2.7[:]443", "ipv4", "192.0.2.7"],
  ["www[-]example[-]test", "domain", "www.example.test"],
  ["www punto example punto test", "domain", "www.example.test"],
  ["sap[.]misapor[.]ch", "domain", "sap.misapor.ch"],
  ["[www].example.test", "domain", "www.example.test"],
  ["www[.]example.test", "domain", "www.example.test"],
  ["example[.]co[.]uk", "domain", "example.co.uk"],
  ["example[.co.]uk", "domain", "example.co.uk"],
  ["EXAMPLE.test.", "domain", "example.test"],
  ["*.example[.]test", "domain", "*.example.test"],
  ["_dmarc.example.test", "domain", "_dmarc.example.test"],
  ["b\u00FCcher.example", "domain", "xn--bcher-kva.example"],
  ["exam\u200Bple[.]test", "domain", "example.test"],
  ["\u00A0example[.]test\u00A0", "domain", "example.test"],
  ['"example[.]test",', "domain", "example.test"],
  ["hxxp://example[.]test/a", "url", "http://example.test/a"],
  ["hXXps://example[.]test/A?b=C#d", "url", "https://example.test/A?b=C#d"],
  ["hxtp://example.test/", "url", "http://example.test/"],
  ["htxp://example.test/", "url", "http://example.test/"],
  ["h**p://example.test/", "url", "http://example.test/"],
  ["meow://example.test/", "url", "http://example.test/"],
  ["h[tt]p://example.test/", "url", "http://example.test/"],
  ["fxp://example.test/x", "url", "ftp://example.test/x"],
  ["ftx://example.test/x", "url", "ftp://example.test/x"],
  ["http[:]//example.test/", "url", "http://example.test/"],
  ["http[://]example.test/", "url", "http://example.test/"],
  [
    "[http]://sap.misapor.ch/vishop/view.jsp?pagenum=1",
    "url",
    "http://sap.misapor.ch/vishop/view.jsp?pagenum=1",
  ],
  [
    "[https]://www.eye-watch.in/design/fancybox/Pnf.action",
    "url",
    "https://www.eye-watch.in/design/fancybox/Pnf.action",
  ],
  ["[hxxp://]example.test/", "url", "http://example.test/"],
  ["http:\\\\example.test/", "url", "http://example.test/"],
  ["http:?__example.test/", "url", "http://example.test/"],
  ["hxxp:// example.test/x", "url", "http://example.test/x"],
  ["http:[/][/]example.test/x", "url", "http://example.test/x"],
  ["HTTP://EXAMPLE.test:80/Path", "url", "http://example.test/Path"],
  ["http://example.test:8080/p", "url", "http://example.test:8080/p"],
  ["http://[2001:db8::1]/x", "url", "http://[2001:db8::1]/x"],
  ["user[at]example(dot)test", "email", "user@example.test"],
  ["user[@]example[.]test", "email", "user@example.test"],
  ["user(at)example.test", "email", "user@example.test"],
  ["user{at}example.test", "email", "user@example.test"],
  ["user at example.test", "email", "user@example.test"],
  ["user arroba example.test", "email", "user@example.test"],
  ["User.Name@EXAMPLE.test", "email", "User.Name@example.test"],
  ["2001:DB8::0:1", "ipv6", "2001:db8::1"],
  ["[2001:db8::1]:443", "ipv6", "2001:db8::1"],
  ["2001[:]db8::1", "ipv6", "2001:db8::1"],
  ["fe80::1%eth0", "ipv6", "fe80::1"],
  ["192.0.2.77/24", "cidr", "192.0.2.0/24"],
  ["192[.]0[.]2[.]0/24", "cidr", "192.0.2.0/24"],
  ["2001:db8::ff/64", "cidr", "2001:db8::/64"],
  ["AS64496", "asn", "AS64496"],
  ["asn 64496", "asn", "AS64496"],
  ["CVE-2014-0160", "cve", "CVE-2014-0160"],
  ["cve 2014 0160", "cve", "CVE-2014-0160"],
  [
    "D41D8CD98F00B204E9800998ECF8427E",
    "md5",
    "d41d8cd98f00b204e9800998ecf8427e",
  ],
  [
    "da39a3ee5e6b4b0d3255bfef95601890afd80709",
    "sha1",
    "da39a3ee5e6b4b0d3255bfef95601890afd80709",
  ],
  ["UA-12345-1", "tracker", "UA-12345-1"],
  ["keyword: eye watch", "keyword", "eye watch"],
  ["organization: Example  Inc", "organization", "Example Inc"],
  ["nameserver: NS1.example.test.", "nameserver", "ns1.example.test"],
];

for (const [text, type, value] of cases) {
  Deno.test(`parseIndicator() reads ${JSON.stringify(text)} as ${type}`, () => {
    const parsed = parseIndicator(text);
    assert.deepEqual({ type: parsed.type, value: parsed.value }, {
      type,
      value,
    });
    assert.equal(parsed.original, text);
  });
}

for (
  const text of [
    "",
    "   ",
    "999.1.1.1",
    "abc123",
    "192.0.2.0/40",
    "hello world",
    "http://",
    "a@b",
    "x".repeat(9000),
    "12:34:56",
    "1.2.3",
  ]
) {
  Deno.test(`parseIndicator() refuses ${JSON.stringify(text.slice(0, 20))} and says why`, () => {
    assert.equal(tryParseIndicator(text), null);
    assert.throws(() => parseIndicator(text), {
      name: "InputError",
      code: "unknown-indicator",
    });
  });
}

Deno.test("parseIndicator() says what is ambiguous instead of guessing", () => {
  assert.match(parseIndicator("invoice.zip").ambiguous.join(), /file name/);
  assert.match(
    parseIndicator("d41d8cd98f00b204e9800998ecf8427e").ambiguous.join(),
    /imphash/,
  );
  assert.match(
    parseIndicator("0x7f.1").ambiguous.join(),
    /unusual spelling of 127\.0\.0\.1/,
  );
  assert.deepEqual(parseIndicator("www.example.com").ambiguous, []);
});

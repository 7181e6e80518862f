import assert from "node:assert/strict";
import { extractCorpus, scores } from "../../fakes/extract_corpus.ts";
import { distinctIndicators, extractIndicators } from "@pivotbook/data";

const report =
  `At 09:14 on 2017-02-03 the IDS flagged 109[.]164[.]247[.]169 (AS64496).
The page [http]://sap.misapor.ch/vishop/view.jsp?pagenum=1, then hxxps://www[.]eye-watch[.]in/design/fancybox/Pnf[.]action.
Mail to user[at]example(dot)test; see example.com. File srservice.dll, md5 e29fe3c181ac9ddbb242688b151f3310
sha256 6c1d8c4afbc7f85f05fb2e4d17e5553255b0195a0b56ba5309e362e2156debfc and CVE-2016-0034, version 1.2.3, just as 2014 said.
2001:db8::7 and 192.0.2.0/24. Again 109.164.247.169.`;

Deno.test("extractIndicators() finds every indicator of a report, with its place", () => {
  const found = extractIndicators(report);
  assert.deepEqual(found.map(({ type, value }) => `${type} ${value}`), [
    "ipv4 109.164.247.169",
    "asn AS64496",
    "url http://sap.misapor.ch/vishop/view.jsp?pagenum=1",
    "url https://www.eye-watch.in/design/fancybox/Pnf.action",
    "email user@example.test",
    "domain example.com",
    "md5 e29fe3c181ac9ddbb242688b151f3310",
    "sha256 6c1d8c4afbc7f85f05fb2e4d17e5553255b0195a0b56ba5309e362e2156debfc",
    "cve CVE-2016-0034",
    "ipv6 2001:db8::7",
    "cidr 192.0.2.0/24",
    "ipv4 109.164.247.169",
  ]);
  for (const { original, offset } of found) {
    assert.equal(report.slice(offset, offset + original.length), original);
  }
});

Deno.test("distinctIndicators() keeps first mentions", () => {
  assert.equal(distinctIndicators(extractIndicators(report)).length, 11);
});

Deno.test("extractIndicators() comes to an end on hostile text", () => {
  const hostile = "a.".repeat(20_000) + "[.".repeat(5_000) +
    "1.".repeat(10_000) + "x@".repeat(5_000);
  assert.deepEqual(extractIndicators(hostile), []);
});

Deno.test("extractIndicators() leaves brackets of the sentence out", () => {
  const found = extractIndicators(
    "With [Deno](https://example.com) (see http://example.org/a(b)) and [http]://example.net/x)",
  );
  assert.deepEqual(found.map(({ value }) => value), [
    "https://example.com",
    "http://example.org/a(b)",
    "http://example.net/x",
  ]);
});

/** A text, and all that is found in it. */
const cases: readonly (readonly [string, readonly string[]])[] = [
  ["sftp://evil[.]example.co.uk/x", ["url sftp://evil.example.co.uk/x"]],
  ["foo#bar@example.com", ["email foo#bar@example.com"]],
  ["gopher+x://www.example.com/a", []],
  ...["tcp", "udp", "ftp", "sftp", "ssh", "ws", "wss", "ldap", "telnet", "file"]
    .map((scheme) =>
      [`(${scheme}://relay[.]example[.]com/x)`, [
        `url ${scheme}://relay.example.com/x`,
      ]] as const
    ),
  ["\u201Ehttp://example.com/a\u201C \u201Chttp://example.com/b\u201D", [
    "url http://example.com/a",
    "url http://example.com/b",
  ]],
  ["\uFF1Chttp://example.com/a\uFF1E", ["url http://example.com/a"]],
  ["http://example.com/a! http://example.com/b?", [
    "url http://example.com/a",
    "url http://example.com/b",
  ]],
  ["[text](http://example.com/a)", ["url http://example.com/a"]],
  ["example\\(.\\)com and example\\[.\\]net", [
    "domain example.com",
    "domain example.net",
  ]],
  ['"john doe"@example.com john+tag@example.com', [
    'email "john doe"@example.com',
    "email john+tag@example.com",
  ]],
  ["192.0.2.1.5, version 10.0.0.1, v10.0.0.2, Chrome/120.0.0.0", []],
  ["a::b, std::string, Abc::Def, ns::x::y", []],
  ["exam\u00ADple.com and my\u2011host.example.com", [
    "domain example.com",
    "domain my-host.example.com",
  ]],
  ["AS 64500, ASN: 64501, ASN64502, but not JUST AS 2014 SAID", [
    "asn AS64500",
    "asn AS64501",
    "asn AS64502",
  ]],
  [
    "UA-12345678 UA-12345678-1 G-AB12CD34EF GTM-K7XY2Z ca-pub-1234567890123456",
    [
      "tracker UA-12345678",
      "tracker UA-12345678-1",
      "tracker G-AB12CD34EF",
      "tracker GTM-K7XY2Z",
      "tracker ca-pub-1234567890123456",
    ],
  ],
  ["www[ . ]example[ . ]com", ["domain www.example.com"]],
  ["h[xx]p://example.com/a http:__example.com/b", [
    "url http://example.com/a",
    "url http://example.com/b",
  ]],
  [`sha512 ${"ab".repeat(64)}`, [`sha512 ${"ab".repeat(64)}`]],
  [`imphash: ${"ab".repeat(16)}, md5 ${"cd".repeat(16)}`, [
    `imphash ${"ab".repeat(16)}`,
    `md5 ${"cd".repeat(16)}`,
  ]],
  [`Authentihash ${"ab".repeat(32)}`, [`authentihash ${"ab".repeat(32)}`]],
  ["96:aBcDeFgHiJ/qRs:aBcDeFgHiJ at 12:30:45", [
    "ssdeep 96:aBcDeFgHiJ/qRs:aBcDeFgHiJ",
  ]],
  ["http://example.com:80/?a[0]=1", ["url http://example.com/?a[0]=1"]],
];

for (const [text, wanted] of cases) {
  Deno.test(`extractIndicators() of ${JSON.stringify(text.slice(0, 50))}`, () => {
    const found = extractIndicators(text);
    assert.deepEqual(
      found.map(({ type, value }) => `${type} ${value}`),
      wanted,
    );
  });
}

Deno.test("extractIndicators() marks a URL that is written without a scheme", () => {
  const [found] = extractIndicators("at cdn.example.net/load/a.bin");
  assert.equal(found?.value, "http://cdn.example.net/load/a.bin");
  assert.match(found?.ambiguous.join() ?? "", /without a scheme/);
});

Deno.test("extractIndicators() finds in the corpus what it names, and little else", async () => {
  const corpus = await extractCorpus();
  const found = scores(
    corpus,
    (text) => extractIndicators(text).map(({ type, value }) => [type, value]),
  );
  const lines = [...found].sort().map(([type, { found, missed, extra }]) =>
    `${type} ${found} ${missed} ${extra}`
  );
  assert.deepEqual(lines, [
    "asn 6 0 0",
    "authentihash 2 0 0",
    "certificate 2 0 0",
    "cidr 3 0 0",
    "cve 4 0 0",
    "domain 103 1 2",
    "email 33 0 0",
    "imphash 5 0 0",
    "ipv4 97 0 1",
    "ipv6 9 0 0",
    "md5 8 0 0",
    "sha1 2 0 0",
    "sha256 17 0 0",
    "sha512 3 0 0",
    "ssdeep 3 0 0",
    "tracker 6 0 0",
    "url 146 0 0",
  ]);
});

Deno.test("extractIndicators() comes to an end on every run of marks", () => {
  for (
    const unit of [
      ...'[({<.:@/\\^-_*a1" ',
      "[.]",
      "a[.]",
      "[a.",
      "a@",
      "a.",
      "1.",
      "1:",
      "1,",
      ":a",
      "1.a-",
      "http://",
      "hxxp[",
      "x dot ",
      "a\\.",
      "[::]",
      '"a ',
      "\u4E2D1.",
      "AS ",
      "CVE-",
    ]
  ) {
    extractIndicators(unit.repeat(100_000));
    extractIndicators(`${unit.repeat(10_000)}!`);
  }
});

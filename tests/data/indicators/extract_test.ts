import assert from "node:assert/strict";
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

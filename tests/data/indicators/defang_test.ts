import assert from "node:assert/strict";
import fc from "fast-check";
import {
  defang,
  type Indicator,
  indicatorText,
  parseIndicator,
} from "@pivotbook/data";

const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,10}[a-z0-9])?$/);
const domain = fc.tuple(
  fc.array(label, { minLength: 1, maxLength: 4 }),
  fc.constantFrom("test", "example", "com", "co.uk"),
)
  .map(([labels, suffix]) => [...labels, suffix].join("."))
  .filter((name) => !/(^|\.)xn--/.test(name));
const octet = fc.integer({ min: 0, max: 255 });
const ipv4 = fc.tuple(octet, octet, octet, octet).map((octets) =>
  octets.join(".")
);
const path = fc.stringMatching(
  /^(\/[a-zA-Z0-9_.~-]{1,8}){0,3}(\?[a-z]=[a-z0-9.]{1,5}[a-z0-9])?$/,
).filter((text) => !text.endsWith("."));

const indicators: fc.Arbitrary<Indicator> = fc.oneof(
  ipv4.map((value) => ({ type: "ipv4" as const, value })),
  fc.ipV6().map((value) => ({
    type: "ipv6" as const,
    value: parseIndicator(value).value,
  })),
  domain.map((value) => ({ type: "domain" as const, value })),
  fc.tuple(label, domain).map(([local, host]) => ({
    type: "email" as const,
    value: `${local}@${host}`,
  })),
  fc.tuple(
    fc.constantFrom("http", "https", "ftp"),
    fc.oneof(domain, ipv4),
    path,
  )
    .map(([scheme, host, rest]) => ({
      type: "url" as const,
      value: `${scheme}://${host}${rest}`,
    })),
  fc.stringMatching(/^[0-9a-f]{64}$/).map((value) => ({
    type: "sha256" as const,
    value,
  })),
);

Deno.test("defang() is undone by parseIndicator()", () => {
  fc.assert(
    fc.property(indicators, (indicator) => {
      const { type, value } = parseIndicator(defang(indicator));
      assert.deepEqual({ type, value }, indicator);
    }),
    { seed: 20170202, numRuns: 500 },
  );
});

Deno.test("defang() leaves the path of a URL readable", () => {
  assert.equal(
    defang({
      type: "url",
      value: "http://sap.misapor.ch/vishop/view.jsp?pagenum=1",
    }),
    "hxxp://sap[.]misapor[.]ch/vishop/view.jsp?pagenum=1",
  );
});

Deno.test("indicatorText() says the type where a text alone does not", () => {
  assert.equal(
    indicatorText({ type: "ipv4", value: "192.0.2.7" }),
    "192[.]0[.]2[.]7",
  );
  assert.equal(
    indicatorText({ type: "organization", value: "Example Corp" }),
    "organization: Example Corp",
  );
});

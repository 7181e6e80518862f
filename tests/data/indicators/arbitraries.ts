import fc from "fast-check";
import {
  dnsName,
  type Indicator,
  INDICATOR_TYPES,
  type IndicatorType,
  tryParseIndicator,
  urlSchemes,
} from "@pivotbook/data";

/** Indicators of one type from texts that say so; what the type refuses is left out. */
function told(
  type: IndicatorType,
  texts: fc.Arbitrary<string>,
): fc.Arbitrary<Indicator> {
  return texts.map((text) => tryParseIndicator(`${type}: ${text}`))
    .filter((read) => read?.type === type)
    .map((read) => ({ type, value: read?.value ?? "" }));
}

const hex = (length: number): fc.Arbitrary<string> =>
  fc.string({
    unit: fc.constantFrom(..."0123456789abcdef"),
    minLength: length,
    maxLength: length,
  }).filter((text) => !/^(.)\1*$/.test(text));

const label = fc.stringMatching(/^[a-z0-9_]([a-z0-9_-]{0,12}[a-z0-9])?$/);
const oddLabel = fc.oneof(
  label,
  fc.stringMatching(/^-[a-z]{1,5}-?$/),
  fc.stringMatching(/^[a-z]{1,4}\\(?:032|046|064|092|200)[a-z]{0,4}$/),
  fc.constantFrom(
    "b\u00FCcher",
    "\u043F\u0440\u0438\u043C\u0435\u0440",
    "\u4F8B\u3048",
  ),
);
const ending = fc.constantFrom(
  "com",
  "example",
  "test",
  "co.uk",
  "ru",
  "xn--p1ai",
  "in-addr.arpa",
);

const named = (labels: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(fc.array(labels, { minLength: 1, maxLength: 4 }), ending)
    .map(([parts, last]) => [...parts, last].join("."));

/** Names of hosts that exist, or could. */
export const hostNames = named(label.filter((text) => !/^xn--|_$/.test(text)))
  .filter((name) => tryParseIndicator(name)?.type === "domain");

/** Names of the DNS with labels that no host may have. */
const names = fc.oneof(
  { weight: 4, arbitrary: hostNames },
  { weight: 2, arbitrary: named(oddLabel) },
  hostNames.map((name) => `*.${name}`),
  fc.constantFrom("com", ".", "localhost", "0/25.2.0.192.in-addr.arpa"),
).map((name) => dnsName(name) ?? "example.com");

const ipv4 = fc.ipV4();
const ipv6 = fc.oneof(
  fc.ipV6(),
  fc.constantFrom(
    "::",
    "::1",
    "1::",
    "fe80::1",
    "2001:db8::",
    "::ffff:192.0.2.1",
  ),
);

/** Characters that a URL may hold without being escaped (RFC 3986). */
const urlCharacters = fc.constantFrom(
  ..."abcXYZ019-._~:/?#[]@!$&'()*+,;=%",
);
const urls = fc.tuple(
  fc.constantFrom(...Object.keys(urlSchemes)),
  fc.oneof(
    { weight: 4, arbitrary: fc.constant("") },
    fc.constantFrom("user@", "john.doe:secret@", "a%40b@"),
  ),
  fc.oneof(hostNames, ipv4, ipv6.map((address) => `[${address}]`)),
  fc.oneof(
    fc.constant(""),
    fc.integer({ min: 1, max: 65_535 }).map((port) => `:${port}`),
  ),
  fc.oneof(
    fc.constant(""),
    fc.string({ unit: urlCharacters, maxLength: 24 }).map((rest) => `/${rest}`),
  ),
).map((parts) => `${parts[0]}://${parts.slice(1).join("")}`);

const ssdeepPart = fc.stringMatching(/^[A-Za-z][A-Za-z0-9\/+]{4,40}$/);

const texts: Readonly<Record<IndicatorType, fc.Arbitrary<string>>> = {
  ipv4,
  ipv6,
  cidr: fc.oneof(
    fc.tuple(ipv4, fc.integer({ min: 0, max: 32 })),
    fc.tuple(ipv6, fc.integer({ min: 0, max: 128 })),
  ).map((parts) => parts.join("/")),
  asn: fc.integer({ min: 0, max: 4_294_967_295 }).map((n) => `AS${n}`),
  domain: names,
  url: urls,
  email: fc.tuple(
    fc.oneof(
      fc.stringMatching(/^[a-z][a-zA-Z0-9.!#$%&*+?^_~-]{0,20}[a-z0-9]$/),
      fc.constantFrom('"john doe"', "john+tag", "foo#bar"),
    ),
    hostNames,
  ).map((parts) => parts.join("@")),
  md5: hex(32),
  sha1: hex(40),
  sha256: hex(64),
  sha512: hex(128),
  imphash: hex(32),
  authentihash: hex(64),
  ssdeep: fc.tuple(
    fc.integer({ min: 0, max: 20 }).map((power) => 3 * 2 ** power),
    ssdeepPart,
    ssdeepPart,
  ).map((parts) => parts.join(":")),
  certificate: fc.oneof(hex(40), hex(64)),
  tracker: fc.oneof(
    fc.stringMatching(/^UA-[0-9]{4,10}(?:-[0-9]{1,4})?$/),
    fc.stringMatching(/^G-[A-Z0-9]{5}[0-9][A-Z0-9]{0,6}$/),
    fc.stringMatching(/^GTM-[A-Z0-9]{4,9}$/),
    fc.stringMatching(/^(?:ca-)?pub-[0-9]{10,20}$/),
  ),
  cve: fc.stringMatching(/^CVE-[0-9]{4}-[0-9]{4,7}$/),
  keyword: fc.string(),
  person: fc.string(),
  organization: fc.string(),
  phone: fc.stringMatching(/^\+[1-9][0-9 ]{5,12}[0-9]$/),
  address: fc.string(),
  nameserver: names,
};

/** Indicators of a type, in normal form. */
export const ofType = (type: IndicatorType): fc.Arbitrary<Indicator> =>
  told(type, texts[type]);

/** Types whose text alone tells them. */
export const SELF_TELLING: readonly IndicatorType[] = INDICATOR_TYPES.filter(
  (type) =>
    ![
      "imphash",
      "authentihash",
      "certificate",
      "keyword",
      "person",
      "organization",
      "phone",
      "address",
      "nameserver",
    ].includes(type),
);

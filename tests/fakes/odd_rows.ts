import { allColumns, type DatasetKind, type KindColumn } from "@pivotbook/data";
import fc from "fast-check";

const host = fc.constantFrom(
  "b\u00FCcher.example",
  "XN--BCHER-KVA.example.",
  "WWW.Example.COM.",
  "evil[.]example",
  "foo\\032bar.example.com",
  "host\\.master.example.com",
  "0/25.2.0.192.IN-ADDR.ARPA",
  "7.2.0.192.in-addr.arpa.",
  "_dmarc.example.org",
  "-x-.example.net",
  "localhost",
  "com.",
  ".",
  "*.example.com",
  "a.b.c.d.e.f.example.co.uk",
  "xn--zzzz.example",
  "\u4F8B\u3002test",
);
const ip4 = fc.constantFrom(
  "192.0.2.7",
  "192[.]0[.]2[.]9",
  "198.51.100.255",
  "203.0.113.1:443",
  "010.000.000.001",
);
const ip6 = fc.constantFrom(
  "2001:DB8::1",
  "2001:db8:0:0:1:0:0:1",
  "::FFFF:192.0.2.1",
  "fe80::1%eth0",
  "[2001:db8::2]:443",
  "::",
  "2001:0db8:0000::0003",
  "64:ff9b::192.0.2.33",
);
const block = fc.constantFrom(
  "192.0.2.129/25",
  "2001:DB8::1/32",
  "::/0",
  "0.0.0.0/0",
);
const url = fc.constantFrom(
  "HTTP://Evil.Example:80/Path?Q=1",
  "hxxps://evil[.]example/a(b)",
  "http://[2001:DB8::1]:8080/x",
  "https://user:pw@b\u00FCcher.example/\u00FC",
  "http://192.0.2.7/",
  "https://www.example.com/plain",
  "ftp://files.example/x",
);
const email = fc.constantFrom(
  "Jan.Example@B\u00DCCHER.example",
  "a[@]b[.]example",
  "x+y@EXAMPLE.com",
);
const hex = (length: number) =>
  fc.integer({ min: 1, max: 30 }).map((n) =>
    n.toString(16).padStart(length, "aB")
  );
const phrase = fc.constantFrom(
  "\u0130STANBUL  A.\u015E.",
  "\u03A3\u039F\u03A6\u039F\u03A3",
  "Example\u00A0 Ltd.",
  "J.Smith",
  "N/A",
  "+48.22 000-000",
  "cobalt  Strike",
  "2016-10-07",
);
const other = fc.constantFrom(
  "CVE-2014-0160",
  "cve 2014 0160",
  "AS64500",
  "as 64501",
  "UA-12345-1",
  "ca-pub-1234567890123456",
  "3221225985",
  "0x7f.1",
  "evil.example/path?x=1",
  "https:\\\\evil.example\\a",
  "96:s4Ud1Lj96tHHlZDrwciQmA+4uy1I0G4HYuL8N3TzS8QsO/wqWXLcMSx:sF1LjEtHHlZDrJzrhuyZvHYm8tKp/RWO",
  "ab".repeat(64),
);
const hash = fc.oneof(hex(32), hex(40), hex(64));

const byIndicator: Readonly<Record<string, fc.Arbitrary<string>>> = {
  domain: host,
  nameserver: host,
  mixed: fc.oneof(host, ip4, ip6, block, url, email, hash, phrase, other),
  url,
  email,
  asn: fc.constantFrom("AS64500", "as 64501", "64502", "AS0064503"),
  md5: hex(32),
  sha1: hex(40),
  sha256: hex(64),
  certificate: fc.oneof(
    hex(40),
    hex(40).map((text) => text.match(/../g)?.join(":") ?? ""),
  ),
  tracker: fc.oneof(other, phrase),
  keyword: phrase,
  organization: phrase,
};

const records = fc.oneof(
  fc.tuple(fc.constant("A"), ip4),
  fc.tuple(fc.constantFrom("AAAA", "28", "type28"), ip6),
  fc.tuple(fc.constantFrom("CNAME", "ns", "PTR", "DNAME"), host),
  fc.tuple(fc.constant("MX"), host.map((name) => `10  ${name}`)),
  fc.tuple(fc.constant("SRV"), host.map((name) => `1 2 443 ${name}`)),
  fc.tuple(
    fc.constantFrom("SVCB", "HTTPS"),
    host.map((name) => `1 ${name} alpn="h2" port=443`),
  ),
  fc.tuple(
    fc.constant("SOA"),
    host.map((name) => `${name} hostmaster.example. 1 2 3 4 5`),
  ),
  fc.tuple(fc.constantFrom("TXT", "TYPE999"), fc.oneof(url, ip4, phrase)),
);

function cell(column: KindColumn): fc.Arbitrary<unknown> {
  if (column.values) return fc.constantFrom(...column.values);
  if (column.holds) {
    const { holds } = column;
    const fitting = [
      ...holds.includes("domain") ? [host] : [],
      ...holds.includes("ipv4") ? [ip4, ip6] : [],
      ...holds.includes("cidr") ? [block] : [],
      ...holds.includes("md5") ? [hash] : [],
    ];
    return fc.oneof(...fitting);
  }
  if (column.type === "TIMESTAMP") {
    return fc.constantFrom("2016-10-07T00:00:00Z", 1475798400);
  }
  if (column.type === "VARCHAR[]") return fc.array(host, { maxLength: 3 });
  if (column.type !== "VARCHAR") return fc.nat(100);
  return byIndicator[column.indicator ?? ""] ?? phrase;
}

/** Rows of a kind with odd values in every column; synthetic. */
export function oddRow(
  kind: DatasetKind,
): fc.Arbitrary<Record<string, unknown>> {
  const cells = allColumns(kind)
    .filter(({ name }) => name !== "import_id" && name !== "line")
    .map((column) =>
      [
        column.name,
        column.required || kind.knownBy?.includes(column.name)
          ? cell(column)
          : fc.option(cell(column)),
      ] as const
    );
  const row = fc.record(Object.fromEntries(cells)) as fc.Arbitrary<
    Record<string, unknown>
  >;
  const field = fc.constantFrom(
    "name",
    "Organization",
    "phone",
    "address",
    "nameserver",
    "email",
    "registrar",
  );
  return fc.tuple(row, records, field, phrase).map(
    ([row, [rrtype, rdata], field, phrase]) => ({
      ...row,
      ...("rdata" in row ? { rrtype, rdata } : {}),
      ...("field" in row ? { field } : {}),
      ...(field === "phone" && "field" in row ? { value: phrase } : {}),
      ...("last_address" in row ? { last_address: row["first_address"] } : {}),
    }),
  );
}

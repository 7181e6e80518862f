import assert from "node:assert/strict";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import {
  dnsName,
  keyMacros,
  readerFunctions,
  readerMacros,
  tryParseIndicator,
} from "@pivotbook/data";
import { registerFunctions } from "../../../server/engine/register_functions.ts";

/** What an SQL expression over `t` gives of each text. */
async function each(
  expression: string,
  texts: readonly string[],
): Promise<(string | null)[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    registerFunctions(connection, readerFunctions);
    await connection.run(keyMacros + readerMacros);
    await connection.run("CREATE TABLE texts (place INTEGER, t VARCHAR)");
    const appender = await connection.createAppender("texts");
    texts.forEach((text, place) => {
      appender.appendInteger(place);
      appender.appendVarchar(text);
      appender.endRow();
    });
    appender.closeSync();
    const read = await connection.runAndReadAll(
      `SELECT ${expression} FROM texts ORDER BY place`,
    );
    return read.getRows().map(([value]) =>
      value === null ? null : String(value)
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const label = fc.string({
  unit: fc.constantFrom(..."abzAZ09-_\\ /*@\u00E4\u00DF\u4E2D\u3002"),
  minLength: 0,
  maxLength: 6,
});
const nameText = fc.oneof(
  fc.array(label, { minLength: 1, maxLength: 5 }).map((all) => all.join(".")),
  fc.stringMatching(/^[a-z0-9_-]{1,70}(\.[a-zA-Z0-9_-]{1,63}){0,4}\.{0,2}$/),
  fc.string({ unit: "binary", maxLength: 12 }).filter((text) =>
    !/[\][(){}<>\0]/.test(text)
  ),
);

Deno.test("host() of a reader equals dnsName() for every name that is not defanged", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(nameText, { minLength: 1, maxLength: 200 }),
      async (texts) => {
        const found = await each("host(t)", texts);
        texts.forEach((text, index) =>
          assert.equal(found[index], dnsName(text), JSON.stringify(text))
        );
      },
    ),
    { seed: 20170203, numRuns: 40, endOnFailure: true },
  );
});

const group = fc.constantFrom("0", "00", "1", "db8", "0db8", "FFFF", "");
const address = fc.oneof(
  fc.array(group, { minLength: 2, maxLength: 9 }).map((all) => all.join(":"))
    .filter((text) => !/[^:]:$/.test(text)),
  fc.ipV6(),
);

Deno.test("ip6(), url() and mixed() of a reader give what parseIndicator() gives, or the text itself", async () => {
  const parsed = (text: string, type: string): string | null => {
    const found = tryParseIndicator(text);
    return found?.type === type ? found.value : null;
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(address, { minLength: 50, maxLength: 200 }),
      fc.array(
        fc.webUrl({ withFragments: true, withQueryParameters: true })
          .filter((url) => /[\w/=-]$/.test(url)),
        { minLength: 50, maxLength: 100 },
      ),
      async (addresses, urls) => {
        const ip6 = await each("ip6(t)", addresses);
        const mixed = await each("mixed(t)", addresses);
        addresses.forEach((text, index) => {
          const value = parsed(text, "ipv6");
          if (value === null) return;
          assert.equal(ip6[index], value, text);
          assert.equal(mixed[index], value, text);
        });
        const written = await each("url(t)", urls);
        urls.forEach((text, index) =>
          assert.equal(written[index], parsed(text, "url") ?? text, text)
        );
      },
    ),
    { seed: 20170204, numRuns: 10, endOnFailure: true },
  );
});

const records: readonly (readonly [string, string, string | null])[] = [
  ["A", " 192.0.2.7 ", "192.0.2.7"],
  ["AAAA", "2001:DB8:0::1", "2001:db8::1"],
  ["AAAA", "::FFFF:c000:201", "::ffff:192.0.2.1"],
  ["CNAME", "B\u00FCcher.Example.", "xn--bcher-kva.example"],
  ["NS", ".", "."],
  ["PTR", "foo\\ bar.example.", "foo\\032bar.example"],
  ["MX", "10  MX.Example.NET.", "10 mx.example.net"],
  ["MX", "0 .", "0 ."],
  ["MX", "no preference", "no preference"],
  ["SRV", "1 2 443 Host.Example.", "1 2 443 host.example"],
  [
    "SOA",
    "NS.Example. host\\.Master.Example. 1 2 3 4 5",
    "ns.example host\\046master.example 1 2 3 4 5",
  ],
  [
    "HTTPS",
    '1 Svc.Example. alpn="H2,h3" port=443',
    '1 svc.example alpn="H2,h3" port=443',
  ],
  ["SVCB", "0 Svc.Example.", "0 svc.example"],
  [
    "TXT",
    '" V=spf1  Include:Example.COM. "',
    '" V=spf1  Include:Example.COM. "',
  ],
  ["TXT", "  spaces stay  ", "  spaces stay  "],
  ["TYPE65534", "\\# 4 0A000001", "\\# 4 0A000001"],
];

Deno.test("record_data() writes names as the type says where they stand, and leaves the rest byte for byte", async () => {
  for (const [rrtype, data, normal] of records) {
    const [found] = await each(`record_data('${rrtype}', t)`, [data]);
    assert.equal(found, normal, `${rrtype} ${data}`);
  }
});

Deno.test("record_type() knows numbers and generic names, in any case", async () => {
  assert.deepEqual(
    await each("record_type(t)", ["a", "28", "type65", "TYPE999", "999"]),
    ["A", "AAAA", "HTTPS", "TYPE999", "TYPE999"],
  );
});

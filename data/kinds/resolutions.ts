import { count, indicator, text, time } from "./column.ts";
import type { DatasetKind } from "./kind.ts";

const v4 = "'^\\d{1,3}(\\.\\d{1,3}){3}$'";
const arpa4 =
  "'^(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.in-addr\\.arpa$'";

const pointsToAddress = "rrtype IN ('A', 'AAAA')";

const recordType = (given: string): string => `record_type(trim(${given}))`;

/** Passive DNS: a name resolved to a value during a span. */
export const resolutions: DatasetKind = {
  name: "resolutions",
  title: "Resolutions",
  doc: "A name resolved to a value (passive DNS)",
  columns: [
    indicator("rrname", "Name", {
      doc: "Owner name of the record, without trailing dot",
      type: "domain",
      required: true,
    }),
    text("rrtype", "Type", {
      doc: "Record type, as A or CNAME",
      required: true,
      normal: (given) => recordType(given("rrtype")),
    }),
    indicator("rdata", "Value", {
      doc:
        "What the name resolved to; names in normal form, data of other types as it was given",
      type: "mixed",
      required: true,
      typedBy: {
        column: "rrtype",
        types: {
          A: "ipv4",
          AAAA: "ipv6",
          CNAME: "domain",
          DNAME: "domain",
          NS: "domain",
          PTR: "domain",
        },
        others: [],
      },
      normal: (given) =>
        `record_data(${recordType(given("rrtype"))}, ${given("rdata")})`,
    }),
    time("first_seen", "First seen", { doc: "First time, as seen_as says" }),
    time("last_seen", "Last seen", {
      doc: "Last time, as seen_as says; null where the source does not say",
    }),
    count("count", "Count", {
      doc:
        "How often it was seen, for the whole set of values of that name and type",
    }),
    text("seen_as", "Seen as", {
      doc:
        "wire: by sensors; zone: in zone files; single: one observation; asserted: said by somebody",
      values: ["wire", "zone", "single", "asserted"],
      meanings: {
        wire: "answers that sensors saw on the wire",
        zone: "read from zone files",
        single: "one observation only",
        asserted: "said by somebody, not observed",
      },
    }),
    count("ttl", "TTL", { doc: "Time to live in seconds" }),
    text("bailiwick", "Bailiwick", {
      doc: "Zone whose servers gave the answer",
      normal: (given) => `host(trim(${given("bailiwick")}))`,
    }),
  ],
  orders: [
    {
      name: "name",
      family: "name",
      columns: ["rrname"],
      value: "rrname",
      accepts: ["domain"],
    },
    {
      name: "address4",
      family: "ip4",
      columns: ["rdata", "rrname"],
      value:
        `CASE WHEN regexp_matches(rdata, ${v4}) THEN rdata WHEN rrtype = 'PTR' AND regexp_matches(rrname, ${arpa4}) THEN regexp_replace(rrname, ${arpa4}, '\\4.\\3.\\2.\\1') END`,
      accepts: ["ipv4", "cidr"],
    },
    {
      name: "address6",
      family: "ip6",
      columns: ["rdata", "rrname"],
      value:
        "CASE WHEN contains(rdata, ':') AND rrtype = 'AAAA' THEN rdata END",
      accepts: ["ipv6", "cidr"],
    },
    {
      name: "rdata",
      family: "name",
      columns: ["rdata"],
      value:
        "CASE WHEN rrtype IN ('CNAME', 'DNAME', 'NS', 'PTR') THEN rdata WHEN rrtype IN ('MX', 'HTTPS', 'SVCB') THEN nullif(split_part(rdata, ' ', 2), '') WHEN rrtype = 'SRV' THEN nullif(split_part(rdata, ' ', 4), '') WHEN rrtype = 'SOA' THEN split_part(rdata, ' ', 1) END",
      accepts: ["domain", "nameserver"],
    },
  ],
  words: ["rrname", "rdata"],
  naturalKey: ["rrname", "rrtype", "rdata", "seen_as", "bailiwick", "source"],
  times: {
    shape: "span",
    first: "first_seen",
    last: "last_seen",
    sighting: true,
    value: "rrname || ' ' || rdata",
  },
  checks: [
    {
      when: "rrtype = 'A' AND ip4_number(rdata) IS NULL",
      reason: "rdata is no IPv4 address",
    },
    {
      when: "rrtype = 'AAAA' AND ip6_number(rdata) IS NULL",
      reason: "rdata is no IPv6 address",
    },
  ],
  steps: [
    {
      title: "Addresses of this name",
      from: ["domain"],
      where: `rrname = asked AND ${pointsToAddress}`,
      finds: "rdata",
    },
    {
      title: "Names on this address",
      from: ["ipv4", "ipv6"],
      where: `rdata = asked AND ${pointsToAddress}`,
      finds: "rrname",
    },
    {
      title: "Names in this network",
      from: ["cidr"],
      where: pointsToAddress,
      finds: "rrname",
    },
    {
      title: "Zones of this nameserver",
      from: ["nameserver"],
      where: "rrtype = 'NS'",
      finds: "rrname",
    },
  ],
  sort: { column: "last_seen", descending: true },
};

import { indicator, text, time } from "./column.ts";
import type { DatasetKind } from "./kind.ts";

/** What publications say of an indicator. */
export const osint: DatasetKind = {
  name: "osint",
  title: "OSINT",
  doc: "A publication that names an indicator",
  columns: [
    indicator("indicator", "Indicator", {
      doc: "What is named",
      type: "mixed",
      required: true,
    }),
    text("title", "Title", { doc: "Title of the publication" }),
    text("verdict", "Verdict", {
      doc:
        "What it says: malicious, suspicious, compromised, benign or unknown",
      values: ["malicious", "suspicious", "compromised", "benign", "unknown"],
    }),
    {
      name: "confidence",
      title: "Confidence",
      type: "INTEGER",
      doc: "0 to 100, as the source says",
    },
    time("published", "Published", { doc: "When it was published" }),
    indicator("url", "Address", { doc: "Where it can be read", type: "url" }),
    {
      name: "tags",
      title: "Tags",
      type: "VARCHAR[]",
      doc: "Labels that the source gives",
    },
  ],
  orders: [
    {
      name: "host",
      family: "name",
      columns: ["indicator"],
      value: "host_part(indicator)",
      accepts: ["domain", "ipv4", "ipv6"],
    },
    {
      name: "indicator",
      family: "text",
      columns: ["indicator"],
      value: "[text_key(indicator), text_key(url)]",
      accepts: [
        "url",
        "email",
        "md5",
        "sha1",
        "sha256",
        "ssdeep",
        "sha512",
        "imphash",
        "authentihash",
        "certificate",
        "cve",
        "tracker",
        "asn",
        "cidr",
        "keyword",
        "organization",
        "person",
      ],
    },
  ],
  words: ["indicator", "title", "url", "tags"],
  naturalKey: ["indicator", "url", "title", "source"],
  times: {
    shape: "point",
    first: "published",
    last: "published",
    sighting: false,
    value: "indicator || ' ' || coalesce(title, url, '')",
  },
  sort: { column: "published", descending: true },
};

import { indicator, text, time } from "./column.ts";
import type { DatasetKind } from "./kind.ts";

/** Which file has to do with which indicator. */
export const sampleLinks: DatasetKind = {
  name: "sample_links",
  title: "Sample links",
  doc: "A file and an indicator that it has to do with",
  columns: [
    indicator("hash", "Hash", {
      doc: "SHA-256, SHA-1 or MD5 of the file",
      type: "mixed",
      required: true,
      holds: ["sha256", "sha1", "md5"],
    }),
    indicator("indicator", "Indicator", {
      doc: "Name, address, URL or hash",
      type: "mixed",
      required: true,
    }),
    text("relation", "Relation", {
      doc: "What the file does with it",
      values: ["communicates", "downloaded_from", "contains", "dropped"],
      required: true,
    }),
    time("first_seen", "First seen", { doc: "First time" }),
    time("last_seen", "Last seen", { doc: "Last time" }),
  ],
  orders: [
    {
      name: "hash",
      family: "text",
      columns: ["hash"],
      value: "hash",
      accepts: ["sha256", "sha1", "md5"],
    },
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
      value: "indicator",
      accepts: [
        "url",
        "email",
        "md5",
        "sha1",
        "sha256",
        "sha512",
        "ssdeep",
        "certificate",
        "cidr",
        "asn",
        "cve",
        "tracker",
      ],
    },
  ],
  words: ["indicator"],
  naturalKey: ["hash", "indicator", "relation", "source"],
  times: {
    shape: "span",
    first: "first_seen",
    last: "last_seen",
    sighting: true,
    value: "hash || ' ' || indicator",
  },
  steps: [
    {
      title: "Samples that talk to it",
      from: ["domain", "ipv4", "ipv6", "url"],
      where: "relation = 'communicates'",
      finds: "hash",
      kinds: ["samples", "sample_links"],
    },
    {
      title: "Samples that came from it",
      from: ["domain", "ipv4", "ipv6", "url"],
      where: "relation = 'downloaded_from'",
      finds: "hash",
      kinds: ["samples", "sample_links"],
    },
    {
      title: "What this file talks to",
      from: ["sha256", "sha1", "md5"],
      where: "hash = asked",
      finds: "indicator",
    },
  ],
  sort: { column: "first_seen", descending: true },
};

import { indicator, text, time } from "./column.ts";
import type { DatasetKind } from "./kind.ts";

/** Indicators and address ranges that a list holds. */
export const blocklist: DatasetKind = {
  name: "blocklist",
  title: "Blocklists",
  doc: "An indicator or address range that stands on a list",
  columns: [
    indicator("indicator", "Indicator", {
      doc: "Address, range, name, URL or hash",
      type: "mixed",
      required: true,
    }),
    text("category", "Category", { doc: "Why it is listed" }),
    time("listed_from", "Listed from", { doc: "When it was put on the list" }),
    time("listed_to", "Listed to", {
      doc: "When it was taken off; null while it stands",
      unbounded: true,
    }),
    indicator("url", "Address", {
      doc: "Where the list can be read",
      type: "url",
    }),
  ],
  orders: [
    {
      name: "host",
      family: "name",
      columns: ["indicator"],
      value:
        "CASE WHEN host4(indicator) IS NULL AND host6(indicator) IS NULL THEN host_part(indicator) END",
      accepts: ["domain"],
    },
    {
      name: "range4",
      family: "range4",
      columns: ["indicator"],
      value: "host4(indicator)",
      accepts: ["ipv4", "cidr"],
    },
    {
      name: "range6",
      family: "range6",
      columns: ["indicator"],
      value: "host6(indicator)",
      accepts: ["ipv6", "cidr"],
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
        "sha512",
        "imphash",
        "authentihash",
        "ssdeep",
        "certificate",
        "asn",
        "cve",
        "tracker",
      ],
    },
  ],
  words: ["indicator", "category", "url"],
  naturalKey: ["indicator", "category", "source"],
  times: {
    shape: "span",
    first: "listed_from",
    last: "listed_to",
    sighting: false,
    value: "indicator || ' ' || coalesce(source, '')",
  },
  sort: { column: "listed_from", descending: true },
};

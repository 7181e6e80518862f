import { indicator, text, time } from "./column.ts";
import { hostOf } from "./host_of.ts";
import type { DatasetKind } from "./kind.ts";

const is4 = "(regexp_matches(indicator, '^[0-9.]+([/-][0-9./]+)?$'))";
const is6 =
  "(contains(indicator, ':') AND NOT contains(indicator, '://') AND NOT contains(indicator, '@'))";

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
      value: `CASE WHEN NOT ${is4} AND NOT ${is6} THEN ${
        hostOf("indicator")
      } END`,
      accepts: ["domain"],
    },
    {
      name: "range4",
      family: "range4",
      value: `CASE WHEN ${is4} THEN indicator END`,
      accepts: ["ipv4", "cidr"],
    },
    {
      name: "range6",
      family: "range6",
      value: `CASE WHEN ${is6} THEN indicator END`,
      accepts: ["ipv6", "cidr"],
    },
    {
      name: "indicator",
      family: "text",
      value: "lower(indicator)",
      accepts: [
        "url",
        "email",
        "md5",
        "sha1",
        "sha256",
        "sha512",
        "imphash",
        "authentihash",
        "certificate",
        "asn",
      ],
    },
  ],
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

import { indicator, text } from "./column.ts";
import type { DatasetKind } from "./kind.ts";

const range = "first_address || '-' || last_address";
const hosts = "host_part(first_address) || '-' || host_part(last_address)";

/** Who holds an address range. */
export const netblocks: DatasetKind = {
  name: "netblocks",
  title: "Netblocks",
  doc: "An address range and who holds it",
  columns: [
    indicator("first_address", "First address", {
      doc: "Lowest address of the block",
      type: "mixed",
      required: true,
      holds: ["ipv4", "ipv6"],
    }),
    indicator("last_address", "Last address", {
      doc: "Highest address of the block",
      type: "mixed",
      required: true,
      holds: ["ipv4", "ipv6"],
    }),
    indicator("asn", "AS", {
      doc: "Autonomous system that announces it, as AS64496",
      type: "asn",
    }),
    text("as_name", "AS name", { doc: "Name of the autonomous system" }),
    indicator("organization", "Organization", {
      doc: "Holder of the block",
      type: "organization",
    }),
    text("country", "Country", { doc: "ISO 3166 code, as the registry says" }),
  ],
  orders: [
    {
      name: "range4",
      family: "range4",
      columns: ["first_address", "last_address"],
      value: `CASE WHEN host4(first_address) IS NOT NULL THEN ${hosts} END`,
      accepts: ["ipv4", "cidr"],
    },
    {
      name: "range6",
      family: "range6",
      columns: ["first_address", "last_address"],
      value: `CASE WHEN host6(first_address) IS NOT NULL THEN ${hosts} END`,
      accepts: ["ipv6", "cidr"],
    },
    {
      name: "holder",
      family: "text",
      columns: ["asn", "organization"],
      value: "[text_key(asn), text_key(organization)]",
      accepts: ["asn", "organization", "keyword"],
    },
  ],
  words: ["as_name", "organization"],
  naturalKey: ["first_address", "last_address", "asn", "source"],
  times: null,
  checks: [
    {
      when:
        "NOT coalesce(ip4_number(host_part(first_address)) <= ip4_number(host_part(last_address)), ip6_number(host_part(first_address)) <= ip6_number(host_part(last_address)), false)",
      reason: "first_address and last_address are no range",
    },
  ],
  steps: [
    {
      title: "Networks of the same AS",
      from: ["ipv4", "ipv6", "cidr"],
      where: "asn IS NOT NULL",
      finds: range,
      through: { value: "asn", type: "'asn'" },
    },
    {
      title: "Networks of this AS",
      from: ["asn"],
      where: null,
      finds: range,
    },
    {
      title: "Networks of this holder",
      from: ["organization"],
      where: null,
      finds: range,
    },
  ],
  sort: { column: "first_address", descending: false },
};

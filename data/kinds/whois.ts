import { indicator, text, time } from "./column.ts";
import type { DatasetKind } from "./kind.ts";

/** Texts stay as they are; mail addresses and host names have their normal form, whatever the field. */
function valueSql(given: (column: string) => string): string {
  const field = `lower(trim(${given("field")}))`;
  const value = `trim(${given("value")})`;
  return `CASE WHEN ${field} IN ('name', 'organization', 'phone', 'address') THEN ${value}
    WHEN ${field} = 'nameserver' AND is_host(${value}) THEN coalesce(host(${value}), ${value})
    WHEN ${field} = 'email' THEN reader_email(${value}, '')
    WHEN mixed_type(${value}) IN ('domain', 'email') THEN mixed(${value})
    ELSE ${value} END`;
}

/** Registration records in long form, so that a history diff is a set difference. */
export const whois: DatasetKind = {
  name: "whois",
  title: "WHOIS",
  doc: "One field of a registration record as observed at a time",
  columns: [
    indicator("subject", "Subject", {
      doc: "Registered domain, address block or autonomous system",
      type: "mixed",
      required: true,
      holds: ["domain", "ipv4", "ipv6", "cidr", "asn"],
    }),
    text("section", "Section", {
      doc:
        "Whose field it is: registrant, admin, tech, billing, abuse, registrar, zone or network",
      normal: (given) => `lower(trim(${given("section")}))`,
    }),
    text("field", "Field", {
      doc:
        "name, organization, email, phone, address, country, nameserver, registrar, created, updated, expires, status and others",
      required: true,
      normal: (given) => `lower(trim(${given("field")}))`,
    }),
    text("value", "Value", {
      doc: "The field's value as the record gives it",
      required: true,
      indicator: "mixed",
      typedBy: {
        column: "field",
        types: {
          name: "person",
          organization: "organization",
          phone: "phone",
          address: "address",
          nameserver: "nameserver",
          email: "email",
        },
        others: ["domain", "email"],
      },
      normal: valueSql,
    }),
    time("observed_at", "Observed", { doc: "When the record was read" }),
  ],
  orders: [
    {
      name: "subject",
      family: "name",
      columns: ["subject"],
      value:
        "CASE WHEN host4(subject) IS NULL AND host6(subject) IS NULL THEN host_part(subject) END",
      accepts: ["domain", "asn"],
      registrable: true,
    },
    {
      name: "subject4",
      family: "range4",
      columns: ["subject"],
      value: "host4(subject)",
      accepts: ["ipv4", "cidr"],
    },
    {
      name: "subject6",
      family: "range6",
      columns: ["subject"],
      value: "host6(subject)",
      accepts: ["ipv6", "cidr"],
    },
    {
      name: "value",
      family: "text",
      columns: ["value"],
      value:
        "CASE WHEN field = 'phone' AND regexp_matches(value, '[0-9+]') THEN regexp_replace(value, '[^0-9+]', '', 'g') ELSE text_key(value) END",
      accepts: [
        "email",
        "person",
        "organization",
        "phone",
        "address",
        "nameserver",
        "domain",
        "keyword",
      ],
    },
  ],
  words: ["subject", "value"],
  naturalKey: ["subject", "section", "field", "value", "observed_at", "source"],
  times: {
    shape: "state",
    first: "observed_at",
    last: "observed_at",
    sighting: false,
    value:
      "subject || ' ' || coalesce(section, '') || ' ' || field || ' ' || value",
  },
  steps: [
    {
      title: "Same registrant",
      from: ["domain"],
      where: "section = 'registrant' AND field IN ('organization', 'name')",
      finds: "subject",
      through: {
        value: "value",
        type: "CASE field WHEN 'name' THEN 'person' ELSE field END",
      },
    },
    {
      title: "Same e-mail",
      from: ["domain"],
      where: "field = 'email'",
      finds: "subject",
      through: { value: "value", type: "field" },
    },
    {
      title: "Same nameserver",
      from: ["domain"],
      where: "field = 'nameserver'",
      finds: "subject",
      through: { value: "value", type: "field" },
    },
    {
      title: "Registrations with it",
      from: [
        "email",
        "person",
        "organization",
        "phone",
        "address",
        "nameserver",
      ],
      where: null,
      finds: "subject",
    },
  ],
  sort: { column: "observed_at", descending: true },
};

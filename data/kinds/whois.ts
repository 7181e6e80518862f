import { indicator, text, time } from "./column.ts";
import type { DatasetKind } from "./kind.ts";

const isRange = "(regexp_matches(subject, '^[0-9.]+([/-][0-9./]+)?$'))";
const isRange6 = "(contains(subject, ':'))";

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
    }),
    text("section", "Section", {
      doc:
        "Whose field it is: registrant, admin, tech, billing, abuse, registrar, zone or network",
    }),
    text("field", "Field", {
      doc:
        "name, organization, email, phone, address, country, nameserver, registrar, created, updated, expires, status and others",
      required: true,
    }),
    text("value", "Value", {
      doc: "The field's value as the record gives it",
      required: true,
      indicator: "mixed",
    }),
    time("observed_at", "Observed", { doc: "When the record was read" }),
  ],
  orders: [
    {
      name: "subject",
      family: "name",
      value: `CASE WHEN NOT ${isRange} AND NOT ${isRange6} THEN subject END`,
      accepts: ["domain", "asn"],
      registrable: true,
    },
    {
      name: "subject4",
      family: "range4",
      value: `CASE WHEN ${isRange} THEN subject END`,
      accepts: ["ipv4", "cidr"],
    },
    {
      name: "subject6",
      family: "range6",
      value: `CASE WHEN ${isRange6} THEN subject END`,
      accepts: ["ipv6", "cidr"],
    },
    {
      name: "value",
      family: "text",
      value:
        "CASE WHEN field = 'phone' THEN regexp_replace(value, '[^0-9+]', '', 'g') ELSE lower(value) END",
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

import { indicator, text, time } from "./column.ts";
import type { DatasetKind } from "./kind.ts";

/** What an intrusion detection system raised. */
export const alerts: DatasetKind = {
  name: "alerts",
  title: "Alerts",
  doc: "An alert of an intrusion detection system",
  columns: [
    time("time", "Time", { doc: "When it was raised", required: true }),
    text("signature", "Signature", {
      doc: "What the rule says",
      required: true,
    }),
    {
      name: "severity",
      title: "Severity",
      type: "INTEGER",
      doc: "1 is the highest, as Suricata counts",
    },
    indicator("source_address", "Source", {
      doc: "Address the traffic came from",
      type: "mixed",
      holds: ["ipv4", "ipv6"],
    }),
    indicator("destination_address", "Destination", {
      doc: "Address the traffic went to",
      type: "mixed",
      holds: ["ipv4", "ipv6"],
    }),
    indicator("host", "Host", {
      doc: "Host name in the traffic",
      type: "domain",
    }),
    indicator("url", "URL", { doc: "URL in the traffic", type: "url" }),
  ],
  orders: [
    {
      name: "address4",
      family: "ip4",
      columns: ["source_address", "destination_address"],
      value: "[host4(source_address), host4(destination_address)]",
      accepts: ["ipv4", "cidr"],
    },
    {
      name: "address6",
      family: "ip6",
      columns: ["source_address", "destination_address"],
      value: "[host6(source_address), host6(destination_address)]",
      accepts: ["ipv6", "cidr"],
    },
    {
      name: "host",
      family: "name",
      columns: ["host"],
      value: "host",
      accepts: ["domain"],
    },
    {
      name: "signature",
      family: "text",
      columns: ["signature", "url"],
      value: "[text_key(signature), text_key(url)]",
      accepts: ["keyword", "url"],
    },
  ],
  words: ["signature", "host", "url"],
  naturalKey: [
    "time",
    "signature",
    "source_address",
    "destination_address",
    "host",
    "url",
    "source",
  ],
  times: {
    shape: "point",
    first: "time",
    last: "time",
    sighting: true,
    value: "signature",
  },
  sort: { column: "time", descending: true },
};

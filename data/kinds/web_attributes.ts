import { indicator, text, time } from "./column.ts";
import type { DatasetKind } from "./kind.ts";

/** Trackers, components and cookies of a host's pages. */
export const webAttributes: DatasetKind = {
  name: "web_attributes",
  title: "Web attributes",
  doc: "A tracker, component or cookie seen on a host's pages",
  columns: [
    indicator("host", "Host", {
      doc: "Host of the page",
      type: "mixed",
      required: true,
      holds: ["domain", "ipv4", "ipv6"],
    }),
    text("attribute", "Attribute", {
      doc: "tracker, component or cookie",
      values: ["tracker", "component", "cookie"],
      required: true,
    }),
    text("name", "Name", {
      doc: "Name of it, as GoogleAnalytics or nginx",
      required: true,
    }),
    indicator("value", "Value", {
      doc: "Id of the tracker, or value or domain of the cookie",
      type: "tracker",
    }),
    text("version", "Version", { doc: "Version of the component" }),
    time("first_seen", "First seen", { doc: "First time" }),
    time("last_seen", "Last seen", { doc: "Last time" }),
  ],
  orders: [
    {
      name: "host",
      family: "name",
      columns: ["host"],
      value: "host_part(host)",
      accepts: ["domain", "ipv4", "ipv6"],
    },
    {
      name: "value",
      family: "text",
      columns: ["value", "name"],
      value: "[text_key(value), text_key(name)]",
      accepts: ["tracker", "keyword"],
    },
  ],
  words: ["host", "name", "value"],
  naturalKey: ["host", "attribute", "name", "value", "version", "source"],
  times: {
    shape: "span",
    first: "first_seen",
    last: "last_seen",
    sighting: true,
    value: "host || ' ' || name || ' ' || coalesce(value, version, '')",
  },
  steps: [
    {
      title: "Same tracker",
      from: ["domain", "ipv4", "ipv6"],
      where: "attribute = 'tracker'",
      finds: "host",
      through: { value: "value", type: "'tracker'" },
    },
    {
      title: "Hosts with this tracker",
      from: ["tracker"],
      where: null,
      finds: "host",
    },
  ],
  sort: { column: "last_seen", descending: true },
};

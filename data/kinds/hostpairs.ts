import { count, indicator, text, time } from "./column.ts";
import type { DatasetKind } from "./kind.ts";

/** A page of one host made the browser ask another. */
export const hostpairs: DatasetKind = {
  name: "hostpairs",
  title: "Host pairs",
  doc: "A page of the parent host loaded or led to the child host",
  columns: [
    indicator("parent", "Parent", {
      doc: "Host of the page",
      type: "mixed",
      required: true,
      holds: ["domain", "ipv4", "ipv6"],
    }),
    text("cause", "Cause", {
      doc: "How: iframe.src, script.src, redirect and others",
    }),
    indicator("child", "Child", {
      doc: "Host that was asked",
      type: "mixed",
      required: true,
      holds: ["domain", "ipv4", "ipv6"],
    }),
    time("first_seen", "First seen", { doc: "First time" }),
    time("last_seen", "Last seen", { doc: "Last time" }),
    count("count", "Count", { doc: "How often" }),
    text("evidence", "Evidence", {
      doc: "How sure: header, body, initiator, referer or guess",
      values: ["header", "body", "initiator", "referer", "guess"],
      meanings: {
        header: "a header of the answer says so, as Location does",
        body: "the page's text says so",
        initiator: "the browser said what made it ask",
        referer: "the request named the page",
        guess: "concluded from the order of requests",
      },
    }),
    indicator("parent_url", "Page", { doc: "URL of the page", type: "url" }),
    indicator("child_url", "Address on the page", {
      doc: "URL that was asked",
      type: "url",
    }),
  ],
  orders: [
    {
      name: "parent",
      family: "name",
      columns: ["parent"],
      value: "host_part(parent)",
      accepts: ["domain", "ipv4", "ipv6"],
    },
    {
      name: "child",
      family: "name",
      columns: ["child"],
      value: "host_part(child)",
      accepts: ["domain", "ipv4", "ipv6"],
    },
    {
      name: "url",
      family: "text",
      columns: ["parent_url", "child_url"],
      value: "[parent_url, child_url]",
      accepts: ["url"],
    },
  ],
  words: ["parent", "child", "parent_url", "child_url"],
  naturalKey: ["parent", "child", "cause", "source"],
  times: {
    shape: "span",
    first: "first_seen",
    last: "last_seen",
    sighting: true,
    value: "parent || ' ' || child",
  },
  steps: [
    {
      title: "Pages that embed it",
      from: ["domain", "ipv4", "ipv6"],
      where: "child = asked",
      finds: "parent",
    },
    {
      title: "Hosts that its pages load",
      from: ["domain", "ipv4", "ipv6"],
      where: "parent = asked",
      finds: "child",
    },
  ],
  sort: { column: "last_seen", descending: true },
};

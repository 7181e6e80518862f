import { indicator, text, time } from "./column.ts";
import type { DatasetKind } from "./kind.ts";

/** Where it was seen. */
const place = "coalesce(host, address)";

/** X.509 certificates and where they were seen. */
export const certificates: DatasetKind = {
  name: "certificates",
  title: "Certificates",
  doc: "An X.509 certificate and where it was seen",
  columns: [
    indicator("sha1", "SHA-1", {
      doc: "Fingerprint, lower-case hex",
      type: "certificate",
    }),
    indicator("sha256", "SHA-256", {
      doc: "Fingerprint, lower-case hex",
      type: "certificate",
    }),
    text("serial", "Serial", {
      doc: "Serial number, hex or decimal as the source gives it",
    }),
    text("subject", "Subject", { doc: "Distinguished name of the holder" }),
    text("issuer", "Issuer", { doc: "Distinguished name of the issuer" }),
    {
      name: "names",
      title: "Names",
      type: "VARCHAR[]",
      doc: "Subject alternative names",
      indicator: "domain",
    },
    time("not_before", "Valid from", {
      doc: "Start of validity, not a sighting",
      unbounded: true,
    }),
    time("not_after", "Valid to", {
      doc: "End of validity, not a sighting",
      unbounded: true,
    }),
    indicator("host", "Host", {
      doc: "Host that presented it",
      type: "domain",
    }),
    indicator("address", "Address", {
      doc: "Address that presented it",
      type: "mixed",
      holds: ["ipv4", "ipv6"],
    }),
    time("first_seen", "First seen", { doc: "First time it was seen there" }),
    time("last_seen", "Last seen", { doc: "Last time it was seen there" }),
  ],
  orders: [
    {
      name: "fingerprint",
      family: "text",
      columns: ["sha256", "sha1"],
      value: "[sha256, sha1]",
      accepts: ["certificate", "sha256", "sha1"],
    },
    {
      name: "name",
      family: "name",
      columns: ["names", "host"],
      value: "list_append(coalesce(names, []), host)",
      accepts: ["domain"],
    },
    {
      name: "address4",
      family: "ip4",
      columns: ["address"],
      value: "host4(address)",
      accepts: ["ipv4", "cidr"],
    },
    {
      name: "address6",
      family: "ip6",
      columns: ["address"],
      value: "host6(address)",
      accepts: ["ipv6", "cidr"],
    },
    {
      name: "serial",
      family: "text",
      columns: ["serial"],
      value: "text_key(serial)",
      accepts: ["keyword"],
    },
  ],
  knownBy: ["sha1", "sha256", "serial"],
  words: ["subject", "issuer", "names", "host"],
  naturalKey: [
    "sha256",
    "sha1",
    "serial",
    "issuer",
    "host",
    "address",
    "source",
  ],
  times: {
    shape: "span",
    first: "first_seen",
    last: "last_seen",
    sighting: true,
    value:
      "coalesce(sha256, sha1, serial, '') || ' ' || coalesce(host, address, '')",
  },
  steps: [
    {
      title: "Same certificate",
      from: ["domain", "ipv4", "ipv6"],
      where: null,
      finds: place,
      through: { value: "coalesce(sha256, sha1)", type: "'certificate'" },
    },
    {
      title: "Where this certificate was seen",
      from: ["certificate"],
      where: null,
      finds: place,
    },
  ],
  sort: { column: "last_seen", descending: true },
};

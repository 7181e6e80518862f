import { count, indicator, text, time } from "./column.ts";
import type { DatasetKind } from "./kind.ts";

const anyHash = "coalesce(sha256, sha1, md5)";

/** Files known by their hashes. */
export const samples: DatasetKind = {
  name: "samples",
  title: "Samples",
  doc: "A file, known by its hashes",
  columns: [
    indicator("sha256", "SHA-256", {
      doc: "SHA-256, lower-case hex",
      type: "sha256",
    }),
    indicator("sha1", "SHA-1", { doc: "SHA-1, lower-case hex", type: "sha1" }),
    indicator("md5", "MD5", { doc: "MD5, lower-case hex", type: "md5" }),
    indicator("imphash", "Imphash", {
      doc: "MD5 over the import table, lower-case hex",
      type: "imphash",
    }),
    indicator("ssdeep", "ssdeep", { doc: "Fuzzy hash", type: "ssdeep" }),
    text("name", "Name", { doc: "File name it was seen under" }),
    text("mime", "Type", { doc: "Media type, as the source says" }),
    count("size", "Size", { doc: "Bytes" }),
    indicator("family", "Family", {
      doc: "Malware family, as the source says",
      type: "keyword",
    }),
    time("first_seen", "First seen", {
      doc: "First time the source saw the file",
    }),
    time("last_seen", "Last seen", {
      doc: "Last time the source saw the file",
    }),
  ],
  orders: [
    {
      name: "hash",
      family: "text",
      columns: ["sha256", "sha1", "md5", "imphash", "ssdeep"],
      value: "[sha256, sha1, md5, imphash, ssdeep]",
      accepts: ["sha256", "sha1", "md5", "imphash", "ssdeep"],
    },
    {
      name: "family",
      family: "text",
      columns: ["family", "name"],
      value: "[text_key(family), text_key(name)]",
      accepts: ["keyword"],
    },
  ],
  words: ["family", "name"],
  naturalKey: ["sha256", "sha1", "md5", "source"],
  reachedBy: { kind: "sample_links", column: "hash" },
  knownBy: ["sha256", "sha1", "md5", "imphash"],
  times: {
    shape: "span",
    first: "first_seen",
    last: "last_seen",
    sighting: true,
    value: "coalesce(sha256, sha1, md5)",
  },
  steps: [
    {
      title: "Same family",
      from: ["sha256", "sha1", "md5"],
      where: "family IS NOT NULL",
      finds: anyHash,
      through: { value: "family", type: "'keyword'" },
    },
    {
      title: "Same import table",
      from: ["sha256", "sha1", "md5"],
      where: "imphash IS NOT NULL",
      finds: anyHash,
      through: { value: "imphash", type: "'imphash'" },
    },
    {
      title: "Samples with this import table",
      from: ["imphash"],
      where: null,
      finds: anyHash,
    },
    {
      title: "Samples with this fuzzy hash",
      from: ["ssdeep"],
      where: null,
      finds: anyHash,
    },
    {
      title: "Samples of this family",
      from: ["keyword"],
      where: null,
      finds: anyHash,
    },
  ],
  sort: { column: "first_seen", descending: true },
};

import type { KindColumn } from "./kind.ts";

/** Columns that every kind has after its own: who says so, and where exactly. */
export const commonColumns: readonly KindColumn[] = [
  {
    name: "source",
    title: "Source",
    type: "VARCHAR",
    doc: "Who says so: a sensor, a provider, a report",
  },
  {
    name: "source_url",
    title: "Source address",
    type: "VARCHAR",
    doc: "Where it can be read",
  },
  {
    name: "provenance",
    title: "Provenance",
    type: "VARCHAR",
    values: ["observed", "reported", "synthetic"],
    meanings: {
      observed: "seen by a sensor or provider",
      reported: "stands in a publication",
      synthetic: "made up to fill a sample",
    },
    doc:
      "observed by a sensor or provider, reported in a publication, or synthetic: made up to fill a sample",
  },
  {
    name: "note",
    title: "Note",
    type: "VARCHAR",
    doc: "What a reader should know of this row",
  },
  {
    name: "tlp",
    title: "TLP",
    type: "VARCHAR",
    values: ["clear", "green", "amber", "amber+strict", "red"],
    doc: "Traffic Light Protocol 2.0 marking",
  },
  {
    name: "import_id",
    title: "Import",
    type: "VARCHAR",
    doc: "The import that brought the row",
  },
  {
    name: "line",
    title: "Line",
    type: "BIGINT",
    doc: "One-based line or record of the imported file",
  },
];

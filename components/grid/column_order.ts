import type { GridColumn } from "./source.ts";

/** What a reader looks at first, by dataset kind; other kinds come as they are declared. */
const leading: Readonly<Record<string, readonly string[]>> = {
  resolutions: [
    "rrname",
    "rrtype",
    "rdata",
    "first_seen",
    "last_seen",
    "count",
    "seen_as",
  ],
  hostpairs: [
    "parent",
    "cause",
    "child",
    "first_seen",
    "last_seen",
    "evidence",
  ],
};

/** Who says so: after what a reader looks at first, before everything else. */
const origin = ["provenance", "source"];

/** Columns of a dataset kind in the order in which they are drawn; `own` are the kind's, without the common ones. */
export function inReadingOrder(
  columns: readonly GridColumn[],
  { kind, own }: { kind: string; own: readonly string[] },
): readonly GridColumn[] {
  const first = [...leading[kind] ?? own, ...origin];
  const place = ({ name }: GridColumn): number => {
    const at = first.indexOf(name);
    return at < 0 ? first.length : at;
  };
  return columns.toSorted((a, b) => place(a) - place(b));
}

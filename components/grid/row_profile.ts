import type { Row } from "@pivotbook/data";
import { facetable, type GridProfile } from "./profile.ts";
import type { Facet } from "./profile.ts";
import type { GridColumn, GridSource } from "./source.ts";

/** What `readProfile` reads, from all rows of a small table: it needs no query. */
export function rowProfile(
  { columns, seed }: GridSource,
  rows: readonly Row[],
): GridProfile {
  const counts = new Map(
    columns.map((column) => [column, countsOf(rows, column)]),
  );
  const filled = columns.filter((column) =>
    (counts.get(column)?.size ?? 0) > 0
  );
  return {
    filled: new Set(filled.map(({ name }) => name)),
    seeded: new Map(
      columns.filter(({ indicator }) => indicator !== null && seed !== null)
        .map((column) => [
          column.name,
          counts.get(column)?.get(seed ?? "") ?? 0,
        ]),
    ),
    facets: facetable(columns, (column) => counts.get(column)?.size ?? 0)
      .map((column) => facetOf(column, counts.get(column) ?? new Map())),
  };
}

/** How many rows have each value; rows without one are not counted. */
function countsOf(
  rows: readonly Row[],
  { name }: GridColumn,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = row[name] ?? null;
    if (value === null) continue;
    const text = String(value);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

function facetOf(
  { name, title }: GridColumn,
  counts: ReadonlyMap<string, number>,
): Facet {
  const values = [...counts].map(([value, rows]) => ({ value, rows }));
  return { column: name, title, values: values.sort(mostFirst) };
}

function mostFirst(
  a: Facet["values"][number],
  b: Facet["values"][number],
): number {
  return b.rows - a.rows || (a.value < b.value ? -1 : 1);
}

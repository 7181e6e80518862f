import {
  type DatasetKind,
  datasetKinds,
  literal,
  rowsOf,
  type TimeWindow,
} from "@pivotbook/data";
import type { RunContext } from "../kinds/cell_kind.ts";
import type { PivotSchema } from "./pivot_schema.ts";
import { insideSql } from "./window.ts";

/** What a pivot shows of a kind. */
export interface ShownKind {
  readonly rows: number;
  /** SQL condition over the kind's table without the window; null where all its rows are shown. */
  readonly inside: string | null;
}

/**
 * Makes a pivot's tables show what lies in the window; says what is shown of
 * each kind. The tables are views, so that moving the window copies nothing.
 */
export async function showWindow(
  schema: PivotSchema,
  { window, limit, context, kinds }: {
    window: TimeWindow | null;
    /** At most so many rows of each kind; null for all. */
    limit: number | null;
    context: RunContext;
    /** Names of the kinds that have rows without the window. */
    kinds: ReadonlySet<string>;
  },
): Promise<ShownKind[]> {
  const { engine, signal } = context;
  const inside = datasetKinds.map((kind) =>
    insideSql(schema.unfiltered(kind), { kind, window, limit })
  );
  const views = datasetKinds.map((kind, index) => {
    const where = inside[index] ? ` WHERE ${inside[index]}` : "";
    const first = limit === null ? "" : " ORDER BY rowid";
    return `CREATE OR REPLACE VIEW ${schema.table(kind)} AS SELECT * FROM ${
      schema.unfiltered(kind)
    }${where}${first}`;
  });
  const filled = datasetKinds.filter(({ name }) => kinds.has(name));
  const statements = [...views, countRows(schema, filled)].join(";\n");
  const counted = rowsOf(await engine.query(statements, { signal }));
  const counts = new Map(counted.map(({ kind, n }) => [kind, Number(n)]));
  return datasetKinds.map(({ name }, index) => ({
    rows: counts.get(name) ?? 0,
    inside: inside[index] ?? null,
  }));
}

/** SQL for the rows of some kinds: (kind, n). */
function countRows(
  schema: PivotSchema,
  kinds: readonly DatasetKind[],
): string {
  if (kinds.length === 0) return "SELECT 1 WHERE false";
  return kinds.map((kind) =>
    `SELECT ${literal(kind.name)} AS kind, count(*) AS n FROM ${
      schema.table(kind)
    }`
  ).join("\nUNION ALL ");
}

import {
  columnOf,
  datasetKinds,
  type Indicator,
  type TimeWindow,
} from "@pivotbook/data";
import type { RunContext } from "../kinds/cell_kind.ts";
import type { PivotSchema } from "./pivot_schema.ts";
import { createSummary } from "./summary.ts";
import { windowed } from "./window.ts";

/**
 * Makes a pivot's tables show what lies in the window, with the summary; gives the rows of each kind. The tables are views, so that moving
 * the window copies nothing.
 */
export async function showWindow(
  schema: PivotSchema,
  { window, limit, context, seeds, kinds }: {
    window: TimeWindow | null;
    /** At most so many rows of each kind; null for all. */
    limit: number | null;
    context: RunContext;
    seeds: readonly Indicator[];
    /** Names of the kinds that have rows without the window. */
    kinds: ReadonlySet<string>;
  },
): Promise<number[]> {
  const { engine, signal } = context;
  const most = limit === null ? "" : ` LIMIT ${limit}`;
  const views = datasetKinds.map((kind) => {
    const rows = windowed(schema.unfiltered(kind), { kind, window });
    return `CREATE OR REPLACE VIEW ${schema.table(kind)} AS ${rows}${most}`;
  });
  const summary = createSummary(schema, { indicators: seeds.length, kinds });
  const counts = await engine.query(
    [
      ...views,
      summary,
      `FROM ${schema.summary}`,
    ].join(";\n"),
    { signal },
  );
  return datasetKinds.map(({ name }) =>
    Number(columnOf(counts, name)?.values[0] ?? 0)
  );
}

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
  { window, limit, context, seeds }: {
    window: TimeWindow | null;
    /** At most so many rows of each kind; null for all. */
    limit: number | null;
    context: RunContext;
    seeds: readonly Indicator[];
  },
): Promise<number[]> {
  const { engine, signal } = context;
  const most = limit === null ? "" : ` LIMIT ${limit}`;
  const views = datasetKinds.map((kind) => {
    const rows = windowed(schema.unfiltered(kind), { kind, window });
    return `CREATE OR REPLACE VIEW ${schema.table(kind)} AS ${rows}${most}`;
  });
  await engine.query(views.join(";\n"), { signal });
  const summary = createSummary(schema, { indicators: seeds.length });
  await engine.query(summary, { signal });
  return await readCounts(schema, context);
}

/** The summary's counts, in the order of the kinds. */
async function readCounts(
  { summary }: PivotSchema,
  { engine, signal }: RunContext,
): Promise<number[]> {
  const table = await engine.query(`FROM ${summary}`, { signal });
  return datasetKinds.map(({ name }) =>
    Number(columnOf(table, name)?.values[0] ?? 0)
  );
}

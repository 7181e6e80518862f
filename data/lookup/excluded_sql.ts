import { keyedRowsSql } from "../segments/part_sql.ts";
import { byShape, conditions, type KeyTables } from "./conditions.ts";
import type { OrderPlan } from "./plan.ts";

/** SQL that leaves out the rows of `numbered` which a lookup of the excluded keys would find, or null. */
export function excludedSql(
  plans: readonly OrderPlan[],
  tables: KeyTables,
): string | null {
  const reached = plans.flatMap(({ order, keys }) =>
    [...byShape(keys)].map(([shape, same]) =>
      `SELECT number FROM (${keyedRowsSql(order, "numbered")}) AS part
    WHERE ${conditions[shape](same, tables)}`
    )
  );
  if (reached.length === 0) return null;
  return `number NOT IN (
    ${reached.join("\n    UNION ALL\n    ")}
  )`;
}

import { type Engine, rowsOf } from "@pivotbook/data";
import type { TableOutput } from "./output.ts";

/** Describes a table of the engine as an output. */
export async function tableOutput(
  table: string,
  { engine, signal }: { engine: Engine; signal: AbortSignal },
): Promise<TableOutput> {
  const described = rowsOf(
    await engine.query(
      `SELECT column_name, column_type, (SELECT count(*) FROM ${table}) AS "rows" FROM (DESCRIBE ${table})`,
      { signal },
    ),
  );
  const columns = described.map((row) => ({
    name: String(row["column_name"]),
    type: String(row["column_type"]),
  }));
  return {
    type: "table",
    table,
    rows: Number(described[0]?.["rows"]),
    columns,
  };
}

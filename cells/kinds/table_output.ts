import { type Engine, rowsOf } from "@pivotbook/data";
import type { TableOutput } from "./output.ts";

/** Describes a table of the engine, with so many rows, as an output. */
export async function tableOutput(
  table: string,
  { rows, context: { engine, signal } }: {
    rows: number;
    context: { engine: Engine; signal: AbortSignal };
  },
): Promise<TableOutput> {
  const described = rowsOf(
    await engine.query(`DESCRIBE ${table}`, { signal }),
  );
  const columns = described.map((row) => ({
    name: String(row["column_name"]),
    type: String(row["column_type"]),
  }));
  return { type: "table", table, rows, columns };
}

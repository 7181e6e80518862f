import { type Engine, rowsOf } from "@pivotbook/data";
import type { TableOutput } from "./output.ts";

/** Describes a table of the engine as an output. */
export async function tableOutput(
  table: string,
  { engine, signal }: { engine: Engine; signal: AbortSignal },
): Promise<TableOutput> {
  const described = rowsOf(await engine.query(`DESCRIBE ${table}`, { signal }));
  const columns = described.map((row) => ({
    name: String(row["column_name"]),
    type: String(row["column_type"]),
  }));
  const counted = await engine.query(`SELECT count(*) FROM ${table}`, {
    signal,
  });
  const rows = Number(counted.columns[0]?.values[0] ?? 0);
  return { type: "table", table, rows, columns };
}

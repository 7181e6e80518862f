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
  const [rows = 0] = await countRows([table], { engine, signal });
  return { type: "table", table, rows, columns };
}

/** Row counts of several tables in one query. */
export async function countRows(
  tables: readonly string[],
  { engine, signal }: { engine: Engine; signal: AbortSignal },
): Promise<number[]> {
  const counts = tables.map((table, index) =>
    `(SELECT count(*) FROM ${table}) AS n${index}`
  );
  const result = await engine.query(`SELECT ${counts.join(",\n  ")}`, {
    signal,
  });
  return result.columns.map(({ values }) => Number(values[0]));
}

import { proseValues, type SessionState } from "@pivotbook/cells";
import {
  columnOf,
  type Engine,
  identifier,
  qualified,
  type RunOptions,
} from "@pivotbook/data";
import { formatValue } from "../format.ts";

/** Names of the values that the prose of a notebook shows and that have a result to come from, each once: `seed.summary.rows`. */
export function valueNames(
  { notebook, cells }: SessionState,
): readonly string[] {
  const names = notebook.blocks.filter((block) => block.type === "prose")
    .flatMap(({ raw }) =>
      proseValues(raw).map(({ cell, table, column }) =>
        [cell, table, column].filter((part) => part !== null).join(".")
      )
    );
  const ready = new Set(
    Object.values(cells).filter(({ output }) => output !== null).map((cell) =>
      cell.name
    ),
  );
  return [...new Set(names)].filter((name) =>
    ready.has(name.split(".")[0] ?? "")
  );
}

/** Reads the values from the first row of each table; a name that stands for nothing yet is left out. */
export async function readValues(
  engine: Engine,
  names: readonly string[],
  options: RunOptions,
): Promise<ReadonlyMap<string, string>> {
  const values = new Map<string, string>();
  for (const name of names) {
    const text = await readValue(engine, name, options).catch(() => null);
    if (text !== null) values.set(name, text);
  }
  return values;
}

async function readValue(
  engine: Engine,
  name: string,
  options: RunOptions,
): Promise<string | null> {
  const path = name.split(".");
  const column = path.at(-1) ?? "";
  const table = qualified(...path.slice(0, -1));
  const sql = `SELECT ${identifier(column)} AS value FROM ${table} LIMIT 1`;
  const found = columnOf(await engine.query(sql, options), "value");
  if (found === undefined || found.values.length === 0) return null;
  return formatValue(found.values[0] ?? null, found.type);
}

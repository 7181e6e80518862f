import { QueryError } from "../errors.ts";
import { identifier } from "../sql/literal.ts";
import { columnOf, type Table } from "./table.ts";

/**
 * What DESCRIBE calls the types whose values leave an engine as DuckDB writes
 * them: no value of ours holds them, or what carries results to the page loses
 * a part of them. A struct whose fields have no names is one of them.
 */
const AS_TEXT =
  /\b(?:BIGNUM|BIT|BLOB|ENUM|INTERVAL|MAP|TIMESTAMP_[A-Z]+|TIME_NS|UNION|VARIANT|__proto__)\b|\bTIME WITH TIME ZONE\b|STRUCT\((?:TIMESTAMP WITH|(?![^\s(),]+ [A-Zq]))/;

/** Names in double quotes may say anything. */
const QUOTED = /"(?:[^"]|"")*"/g;

/** Whether values of that type, as DESCRIBE or an engine calls it, leave it as text. */
export function leavesAsText(type: string): boolean {
  return AS_TEXT.test(type.replace(QUOTED, "q"));
}

/** How an engine runs a statement. */
export type RunSql = (sql: string) => Promise<Table>;

/**
 * The rows of a query with values of such types as text, under the names of
 * their types; null where it has none of them. Throws a `QueryError` where it
 * is more than one query.
 */
export async function textsOf(sql: string, run: RunSql): Promise<Table | null> {
  const inner = `(\n${sql}\n)`;
  const described = await run(`DESCRIBE FROM ${inner}`).catch((cause) => {
    throw unreadable(cause);
  });
  const types = textsIn(described, "column_type");
  if (!types.some(leavesAsText)) return null;
  const selected = textsIn(described, "column_name").map((name, index) => {
    const column = identifier(name);
    return leavesAsText(types[index] ?? "")
      ? `CAST(${column} AS VARCHAR) AS ${column}`
      : column;
  });
  const table = await run(`SELECT ${selected.join(", ")} FROM ${inner}`);
  const columns = table.columns.map((column, index) => {
    const type = types[index] ?? "";
    return leavesAsText(type) ? { ...column, type } : column;
  });
  return { ...table, columns };
}

function textsIn(table: Table, name: string): string[] {
  return columnOf(table, name)?.values.map(String) ?? [];
}

function unreadable(cause: unknown): QueryError {
  return new QueryError("The result holds a type that leaves no engine", {
    code: "unreadable-type",
    remedy: "Cast the column, as: interval_column::VARCHAR",
    cause,
  });
}

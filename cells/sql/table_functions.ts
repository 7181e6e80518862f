import { InputError } from "@pivotbook/data";
import { engine, notRepeatable } from "./unrepeatable_reasons.ts";

/** Table functions that give the same rows everywhere and read nothing but their arguments. */
const ALLOWED: ReadonlySet<string> = new Set([
  "range",
  "generate_series",
  "unnest",
  "repeat",
  "repeat_row",
  "summary",
  "test_all_types",
]);

/** Throws an `InputError` for a table function that reads files, tables named by a text, or the engine itself. */
export function checkTableFunction(name: string, line: number): void {
  if (ALLOWED.has(name.toLowerCase())) return;
  throw new InputError(`A cell cannot read from ${name}()`, {
    code: "sql-table-function",
    remedy:
      "Read another cell or a dataset by its name; import files into a dataset first",
    where: { line },
  });
}

/** Throws the `InputError` for a text in the place of a table. */
export function refuseFile(text: string, line: number): never {
  throw new InputError(`A cell cannot read the file '${text}'`, {
    code: "sql-file",
    remedy: "Import it into a dataset and read the dataset by its name",
    where: { line },
  });
}

const SYSTEM_SCHEMAS = ["information_schema", "pg_catalog"];
const SYSTEM_TABLES =
  /^(duckdb_(columns|constraints|databases|indexes|logs|schemas|tables|types|views)|pragma_database_list|sqlite_(temp_)?(master|schema))$/i;

/** Throws an `InputError` for a table in which the engine tells its own state. */
export function checkSystemTable(
  { schema, table }: { schema: string | null; table: string },
  line: number,
): void {
  const inSchema = SYSTEM_SCHEMAS.includes(schema?.toLowerCase() ?? "");
  const known = schema === null || schema.toLowerCase() === "main";
  if (!inSchema && !(known && SYSTEM_TABLES.test(table))) return;
  throw engineState(`The table ${table}`, line);
}

/** The `InputError` for what tells what the engine holds now, as SHOW TABLES. */
export function engineState(what: string, line: number): InputError {
  return notRepeatable({ what, ...engine }, line);
}

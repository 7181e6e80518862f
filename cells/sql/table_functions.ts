import { InputError } from "@pivotbook/data";

/** Table functions that give the same rows everywhere and read nothing but their arguments. */
const ALLOWED: ReadonlySet<string> = new Set([
  "range",
  "generate_series",
  "unnest",
  "repeat",
  "repeat_row",
  "summary",
  "duckdb_functions",
  "duckdb_keywords",
  "duckdb_types",
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

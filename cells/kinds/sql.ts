import { identifier, InputError } from "@pivotbook/data";
import type { Cell } from "../notebook/notebook.ts";
import { checkStatement } from "../sql/check_statement.ts";
import { checkFunctions } from "../sql/refused_functions.ts";
import { references } from "../sql/references.ts";
import { tokenize } from "../sql/tokenize.ts";
import type { TableReference } from "../sql/table_reference.ts";
import { lineOf } from "../sql/line_of.ts";
import type { CellKind, RunContext } from "./cell_kind.ts";
import { openDatasets } from "./open_datasets.ts";
import { createTable } from "../sql/create_table.ts";
import { tableName } from "./table_name.ts";
import { tableOutput } from "./table_output.ts";

/** One query; its result is a table of the cell's name. */
export const sql: CellKind = {
  name: "sql",
  title: "SQL",
  doc: "One query over other cells and datasets; its result is a table",
  options: [],
  needsName: false,

  references({ body }) {
    const tokens = tokenize(body);
    if (tokens.length === 0) throw emptyQuery();
    checkStatement(body, tokens);
    checkFunctions(body, tokens);
    return references(body).map((reference) => ({
      name: topName(reference),
      link: false,
    }));
  },

  async run(cell, context) {
    const found = references(cell.body);
    checkPivots(cell, { found, context });
    await openDatasets(found.map(topName), context);
    const table = identifier(tableName(cell));
    const { engine, signal } = context;
    const rows = await createTable({
      engine,
      table,
      body: cell.body,
      signal,
    });
    return await tableOutput(table, { rows, context });
  },
};

/** The cell or dataset that a reference means: `seed` for `seed.resolutions`, `spikes` for `main.spikes`. No catalog is one: each session has its own, under a name that no cell can have. */
function topName({ catalog, schema, table }: TableReference): string {
  if (catalog !== null) return catalog;
  return schema === null || schema === "main" ? table : schema;
}

/** A pivot has tables, but is none. */
function checkPivots(
  { body }: Cell,
  { found, context }: { found: TableReference[]; context: RunContext },
): void {
  const bare = found.find((reference) =>
    topName(reference) === reference.table &&
    context.resolve(reference.table)?.type === "pivot"
  );
  if (!bare) return;
  throw new InputError(`"${bare.table}" is a pivot, not a table`, {
    code: "pivot-as-table",
    remedy: `Read one of its tables, as ${bare.table}.resolutions`,
    where: { line: lineOf(body, bare.start) },
  });
}

function emptyQuery(): InputError {
  return new InputError("The cell holds no query", {
    code: "empty-query",
    remedy: "Write one, as: from seed.resolutions",
    where: { line: 1 },
  });
}

import { identifier, InputError } from "@pivotbook/data";
import { inputTypes } from "../inputs/mod.ts";
import type { InputType } from "../inputs/input_type.ts";
import type { Cell } from "../notebook/notebook.ts";
import type { CellKind } from "./cell_kind.ts";
import { tableName } from "./table_name.ts";
import { optionOf } from "./options.ts";

/** A value that a person sets and others read as a table. */
export const input: CellKind = {
  name: "input",
  title: "Input",
  doc:
    "A value that a person sets; to SQL a table of one row, or a row per entry",
  options: [
    { name: "type", doc: inputTypes.map(({ name }) => name).join(", ") },
    { name: "choices", doc: "What a choice offers, between commas" },
  ],
  needsName: true,

  references(cell) {
    typeOf(cell).read(cell);
    return [];
  },

  async run(cell, { engine }) {
    const type = typeOf(cell);
    const columns = type.read(cell);
    const table = identifier(tableName(cell));
    await engine.insert(table, columns);
    return {
      type: "input",
      input: type.name,
      table,
      rows: columns[0]?.values.length ?? 0,
      text: cell.body,
      choices: type.choices(cell),
    };
  },
};

function typeOf(cell: Cell): InputType {
  const name = optionOf(cell, "type") ?? "text";
  const type = inputTypes.find((candidate) => candidate.name === name);
  if (type) return type;
  throw new InputError(`No input is of type "${name}"`, {
    code: "unknown-input-type",
    remedy: `Use type=${inputTypes.map(({ name }) => name).join(", ")}`,
  });
}

import type { TableOutput } from "@pivotbook/cells";
import { html } from "lit";
import "../grid/grid.ts";
import { type GridSource, tableGridColumns } from "../grid/source.ts";
import type { OutputRenderer } from "./renderer.ts";

/** A table as a grid. */
export const tableOutput: OutputRenderer<"table"> = {
  type: "table",
  render(output, { name }) {
    return html`
      <pivotbook-grid .source=${sourceOf(output)} cell=${name}
        label="Rows of ${name}"></pivotbook-grid>
    `;
  },
};

const sources = new WeakMap<TableOutput, GridSource>();

/** The same output gives the same object, so that the grid reads it once. */
function sourceOf(output: TableOutput): GridSource {
  const known = sources.get(output);
  if (known) return known;
  const { table, rows, columns } = output;
  const source = {
    key: `${table} ${columns.map(({ name }) => name).join(",")}`,
    table,
    inside: null,
    rows,
    columns: tableGridColumns(columns),
    kind: null,
    seed: null,
    fresh: null,
  };
  sources.set(output, source);
  return source;
}

import { identifier, qualified } from "@pivotbook/data";
import { readPlot } from "../plots/read_plot.ts";
import type { CellKind, RunContext } from "./cell_kind.ts";
import { openDatasets } from "./open_datasets.ts";

/** A chart, described in YAML and drawn by Observable Plot. */
export const plot: CellKind = {
  name: "plot",
  title: "Plot",
  doc: "A chart of other cells' tables, described in YAML",
  options: [],
  needsName: false,

  references({ body }) {
    return dataNames(body).map((path) => ({
      name: path.split(".")[0] ?? path,
      link: false,
    }));
  },

  async run({ body }, context) {
    const names = dataNames(body);
    await openDatasets(names.map((path) => path.split(".")[0] ?? ""), context);
    const tables = names.map((path) => [path, tableOf(path, context)]);
    return {
      type: "plot",
      spec: readPlot(body),
      tables: Object.fromEntries(tables) as Record<string, string>,
    };
  },
};

function dataNames(body: string): string[] {
  const names = readPlot(body).marks.map(({ data }) => data);
  return [...new Set(names)].filter((name) => name !== "");
}

function tableOf(path: string, { resolve }: RunContext): string {
  const output = path.includes(".") ? null : resolve(path);
  if (output && "table" in output) return output.table;
  return path.includes(".") ? qualified(...path.split(".")) : identifier(path);
}

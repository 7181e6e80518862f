import {
  datasetKinds,
  type DatasetView,
  InputError,
  type TimeWindow,
} from "@pivotbook/data";
import { columnIndicators, seedsOf } from "../pivots/seeds.ts";
import { distinct } from "../indicators/read_indicators.ts";
import { lookUp } from "../pivots/look_up.ts";
import { pivotSchema } from "../pivots/pivot_schema.ts";
import { type PivotSpec, readPivot } from "../pivots/pivot_spec.ts";
import { searchedKinds } from "../pivots/searched.ts";
import { showWindow } from "../pivots/show_window.ts";
import { summarize } from "../pivots/summarize.ts";
import { windowOf } from "../pivots/window.ts";
import type { CellKind, CellReference, RunContext } from "./cell_kind.ts";
import { openDatasets } from "./open_datasets.ts";
import { tableName } from "./table_name.ts";
import type { PivotOutput } from "./output.ts";

/** Everything that the data knows of some indicators. */
export const pivot: CellKind = {
  name: "pivot",
  title: "Pivot",
  doc: "Everything that the data knows of some indicators, a table per kind",
  options: [
    { name: "from", doc: "The column that the indicators come from" },
    { name: "during", doc: "A date range input that narrows the rows" },
    { name: "mode", doc: "overlap or complete: how rows lie in the range" },
    { name: "datasets", doc: "Where to look, between commas" },
    { name: "limit", doc: "At most so many rows of each kind" },
    {
      name: "exclude",
      doc: "Indicators, or an input, whose rows are left out",
    },
    { name: "kinds", doc: "What to look for, between commas" },
  ],
  needsName: true,

  references(cell, { datasets }) {
    return mentionsOf(readPivot(cell), datasets);
  },

  async run(cell, context) {
    const spec = readPivot(cell);
    const schema = pivotSchema(tableName(cell));
    await openDatasets(spec.from ? [spec.from.cell] : [], context);
    const seeds = await seedsOf(spec, context);
    if (seeds.length === 0) throw noIndicators();
    const exclude = await excludedOf(spec, context);
    const datasets = datasetsOf(spec, context);
    const window = windowOf(spec, context);
    const { kinds } = spec;
    // A limit counts the rows that the window leaves, so a window is laid on first.
    const limit = window ? null : spec.limit;
    const query = { seeds, exclude, datasets, limit, kinds };
    const answer = await lookUp(schema, { query, context });
    const { found, unsearched, ...cost } = answer;
    const shownKinds = await showWindow(schema, {
      window,
      limit: spec.limit,
      context,
      kinds: found,
    });
    const output: PivotOutput = {
      type: "pivot",
      schema: schema.name,
      timeline: schema.wholeTimeline,
      seeds,
      datasets: datasets.map(({ name }) => name),
      snapshots: datasets.map(({ snapshot }) => snapshot.id),
      searched: searchedKinds({ seeds, kinds, unsearched }),
      tables: datasetKinds.map((kind, index) => ({
        kind: kind.name,
        table: schema.table(kind),
        rows: shownKinds[index]?.rows ?? 0,
        empty: !found.has(kind.name),
        unfiltered: schema.unfiltered(kind),
        inside: shownKinds[index]?.inside ?? null,
      })).filter(({ kind }) => kinds.includes(kind)),
      window: shown(window),
      ...cost,
    };
    await summarize(schema, { answer, output, window, context });
    return output;
  },
};

function mentionsOf(
  { listed, from, during, excludeFrom, datasets }: PivotSpec,
  notebook: readonly string[],
): CellReference[] {
  const link = listed.length > 0;
  return [
    ...(from ? [{ name: from.cell, link }] : []),
    ...[during, excludeFrom].flatMap((name) =>
      name === null ? [] : [{ name, link: false }]
    ),
    ...(datasets ?? notebook).map((name) => ({ name, link: false })),
  ];
}

async function excludedOf(
  { exclude, excludeFrom }: PivotSpec,
  context: RunContext,
): Promise<PivotSpec["exclude"]> {
  if (excludeFrom === null) return exclude;
  const path = { cell: excludeFrom, table: null, column: "value" };
  return distinct([...exclude, ...await columnIndicators(path, context)]);
}

function datasetsOf(
  { datasets }: PivotSpec,
  context: RunContext,
): DatasetView[] {
  const wanted = (datasets ?? context.pivotDatasets)
    .map((name) => name.toLowerCase());
  return context.datasets.filter(({ name }) =>
    wanted.includes(name.toLowerCase())
  );
}

function shown(window: TimeWindow | null): PivotOutput["window"] {
  if (!window) return null;
  const digits = (time: bigint | null): string | null =>
    time === null ? null : String(time);
  return { start: digits(window.start), stop: digits(window.stop) };
}

function noIndicators(): InputError {
  return new InputError("The column holds no indicator to look up", {
    code: "no-indicators",
    remedy: "Widen the cell that it comes from, or write indicators here",
  });
}

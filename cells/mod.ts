export { buildGraph } from "./graph/graph.ts";
export type { Graph, GraphCell } from "./graph/graph.ts";
export { blameOf } from "./graph/blame.ts";
export { CELL_KIND_NAMES } from "./kinds/names.ts";
export type {
  InputOutput,
  Output,
  OutputColumn,
  PivotOutput,
  PivotTable,
  PlotMark,
  PlotOutput,
  PlotSpec,
  SearchedKind,
  TableOutput,
} from "./kinds/output.ts";
export { cellText } from "./notebook/cell_text.ts";
export type { CellContent } from "./notebook/cell_text.ts";
export { proposeName, refuseName } from "./notebook/names.ts";
export type { NameRefusal } from "./notebook/names.ts";
export type {
  Block,
  Cell,
  Notebook,
  Problem,
  Prose,
} from "./notebook/notebook.ts";
export { parseNotebook } from "./notebook/parse_notebook.ts";
export { proseValues } from "./notebook/prose_values.ts";
export type { ProseValue } from "./notebook/prose_values.ts";
export { RESERVED_WORDS } from "./notebook/reserved_words.ts";
export { withTitle } from "./notebook/with_title.ts";
export { writeNotebook } from "./notebook/write_notebook.ts";
export type { Effect, Operation } from "./session/operation.ts";
export type { Session } from "./session/session.ts";
export type { CellState, CellStatus, SessionState } from "./session/state.ts";
export { references } from "./sql/references.ts";
export { checkFunctions } from "./sql/refused_functions.ts";
export { plainSql } from "./sql/plain_sql.ts";
export { tokenize } from "./sql/tokenize.ts";
export type { TableReference } from "./sql/table_reference.ts";
export type {
  CellKind,
  CellOption,
  CellReference,
  ReferenceContext,
  RunContext,
} from "./kinds/cell_kind.ts";
export { cellKindNamed, cellKinds } from "./kinds/mod.ts";
export { MARKS } from "./plots/marks.ts";
export { readPlot } from "./plots/read_plot.ts";
export { apply } from "./session/apply.ts";
export type { Change } from "./session/change.ts";
export type { Clock } from "./session/clock.ts";
export { createSession } from "./session/create_session.ts";
export type { SessionOptions } from "./session/create_session.ts";
export { readIndicators } from "./indicators/read_indicators.ts";
export { inputTypes } from "./inputs/mod.ts";
export { linkedPivot, takenNames } from "./session/linked_pivot.ts";
export type { LinkedPivot } from "./session/linked_pivot.ts";
export { emptyNotebook } from "./session/open_notebook.ts";
export type { OpenNotebook, SessionSettings } from "./session/open_notebook.ts";

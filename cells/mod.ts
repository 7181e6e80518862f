export type {
  InputOutput,
  Output,
  OutputColumn,
  PivotOutput,
  PivotTable,
  PlotMark,
  PlotOutput,
  PlotSpec,
  TableOutput,
} from "./kinds/output.ts";
export type {
  Block,
  Cell,
  Notebook,
  Problem,
  Prose,
} from "./notebook/notebook.ts";
export type { Effect, Operation } from "./session/operation.ts";
export type { Session } from "./session/session.ts";
export type { CellState, CellStatus, SessionState } from "./session/state.ts";

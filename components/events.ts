import type { Indicator, Row } from "@pivotbook/data";
import type { NotebookFile } from "./api_types.ts";
import type { GridColumn } from "./grid/source.ts";

/** What a reader wants to pivot to, and where it stood. */
export interface PivotRequest {
  /** The cell that shows it; null outside of cells. */
  readonly cell: string | null;
  /** Name of the dataset kind whose table holds it; null for a table of a reader's own. */
  readonly kind: string | null;
  /** Null where it is no value of a table, but what the cell itself is about. */
  readonly column: string | null;
  readonly indicator: Indicator;
  /** What is looked up together with it. */
  readonly others?: readonly Indicator[];
  /** Names of the dataset kinds to look at; all where it is left out. */
  readonly kinds?: readonly string[];
}

/** Asks for a new pivot cell. */
export class PivotEvent extends CustomEvent<PivotRequest> {
  constructor(detail: PivotRequest) {
    super("pivotbook-pivot", { detail, bubbles: true, composed: true });
  }
}

/** The row that a reader looks at. */
export interface SelectedRow {
  readonly cell: string | null;
  readonly kind: string | null;
  /** Place of the row, from 0, and how many there are. */
  readonly index: number;
  readonly total: number;
  readonly row: Row;
  readonly columns: readonly GridColumn[];
}

/** Tells that a row was selected. */
export class SelectEvent extends CustomEvent<SelectedRow> {
  constructor(detail: SelectedRow) {
    super("pivotbook-select", { detail, bubbles: true, composed: true });
  }
}

/** Days, both included, as 2016-10-07; null clears the window. */
export type DayWindow =
  | { readonly first: string; readonly last: string }
  | null;

/** Asks to narrow the notebook to a span of days. */
export class WindowEvent extends CustomEvent<DayWindow> {
  constructor(detail: DayWindow) {
    super("pivotbook-window", { detail, bubbles: true, composed: true });
  }
}

/** Tells something in the live region and shows it for a moment. */
export class NoticeEvent extends CustomEvent<string> {
  constructor(detail: string) {
    super("pivotbook-notice", { detail, bubbles: true, composed: true });
  }
}

/** Asks for the evidence of the selected row, where it is not on the page. */
export class EvidenceEvent extends CustomEvent<null> {
  constructor() {
    super("pivotbook-evidence", { bubbles: true, composed: true });
  }
}

/** Tells that the editor of a block was closed. */
export class ClosedEvent extends CustomEvent<null> {
  constructor() {
    super("pivotbook-closed", { bubbles: true, composed: true });
  }
}

/** What can be asked of a cell. */
export type CellCommand =
  | { readonly type: "run" }
  | { readonly type: "stop" }
  | { readonly type: "remove" }
  | { readonly type: "edit"; readonly raw: string; readonly run: boolean }
  | { readonly type: "move"; readonly by: -1 | 1 }
  | { readonly type: "duplicate" }
  | { readonly type: "insert"; readonly raw: string };

/** Asks the notebook page to do something with the block of that id. */
export class CommandEvent
  extends CustomEvent<{ readonly id: string; readonly command: CellCommand }> {
  constructor(id: string, command: CellCommand) {
    super("pivotbook-command", {
      detail: { id, command },
      bubbles: true,
      composed: true,
    });
  }
}

/** Tells that the open notebook has another name on the server. */
export class MovedEvent extends CustomEvent<NotebookFile> {
  constructor(detail: NotebookFile) {
    super("pivotbook-moved", { detail });
  }
}

import type { Cell, CellState } from "@pivotbook/cells";
import { html } from "lit";
import { formatDuration } from "../format.ts";
import { icon } from "../icons.ts";
import { cellMenu, type CellMenuActions } from "./cell_menu.ts";
import { canStop, standingWords, statusDot } from "./cell_status.ts";

/** Milliseconds after which a run says how long it takes. */
const LONG = 1000;

/** What stands in the head of a cell. */
export interface CellHeadView {
  readonly state: CellState | null;
  /** The cell's name, or words for a cell without. */
  readonly label: string;
  /** Milliseconds since the run that is under way began. */
  readonly elapsed: number;
  /** The control of an input that fits beside its name; null for others. */
  readonly control: unknown;
  /** Names of the cells that read it. */
  readonly readers: readonly string[];
  /** Whether the cell's text is shown. */
  readonly textShown: boolean;
  readonly toggleText: () => void;
  readonly actions: CellMenuActions;
}

/** The head of a cell: where it stands, why it ran and for how long, its text and its menu. */
export function cellHead(cell: Cell, view: CellHeadView): unknown {
  const { state, label, actions } = view;
  const status = state?.status ?? "idle";
  const plain = ["ok", "cached"].includes(status);
  const { word, why } = standingWords(status, state?.reason ?? "");
  const control = view.control === null ? "" : "with-control";
  return html`
    <header class=${`status-${status} ${control}`}
      @dblclick=${actions.edit}>${statusDot(
        status,
      )}${cell.name === null
        ? ""
        : html`<span class="name">${cell.name}</span>`}${beside(
          cell,
          view,
        )}${plain
        ? ""
        : html`<span class="status">${word}</span>`}<span class="why"><span class="reason" title=${why}>${why}</span>${duration(
          view,
        )}${stopButton(view)}${textButton(cell, view)}${cellMenu(
          label,
          actions,
        )}</span></header>
  `;
}

/** The kind of a cell, or the control of an input with what it narrows. */
function beside({ kind }: Cell, { control, readers }: CellHeadView): unknown {
  if (control === null) return html`<span>${kind}</span>`;
  return html`${control}${
    readers.length > 0
      ? html`<span class="readers">narrows ${readers.join(", ")}</span>`
      : ""
  }`;
}

function duration({ state, elapsed }: CellHeadView): unknown {
  if (state?.status === "running") {
    return elapsed > LONG ? html`<span>${formatDuration(elapsed)}</span>` : "";
  }
  const took = state?.duration ?? null;
  return took === null
    ? ""
    : html`<span class="took">${formatDuration(took)}</span>`;
}

function stopButton({ state, actions }: CellHeadView): unknown {
  if (!canStop(state?.status ?? "idle")) return "";
  const stop = () => actions.command({ type: "stop" });
  return html`<button class="quiet" @click=${stop}>${
    icon("stop")
  }Stop</button>`;
}

function textButton(
  { kind }: Cell,
  { textShown, toggleText }: CellHeadView,
): unknown {
  if (kind === "input") return "";
  return html`
    <button class="quiet" aria-pressed=${textShown}
      @click=${toggleText}>${kind === "plot" ? "Text" : "SQL"}</button>
  `;
}

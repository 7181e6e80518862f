import type { SessionState } from "@pivotbook/cells";
import type { DatasetView } from "@pivotbook/data";
import { html } from "lit";
import { completionsOf } from "../editor/completions.ts";
import { notebookBlocks } from "./blocks.ts";
import { notebookHeader } from "./header.ts";

/** How the open notebook is shown now. */
export interface WorkView {
  readonly state: SessionState;
  /** The notebook's name on the server. */
  readonly name: string;
  /** All datasets that lookups read. */
  readonly datasets: readonly DatasetView[];
  readonly current: string | null;
  readonly editing: string | null;
  readonly values: ReadonlyMap<string, string>;
  readonly touch: (id: string) => void;
}

/** The middle of the page: the notebook's head and its blocks. */
export function notebookWork(view: WorkView): unknown {
  const { state, name } = view;
  const datasets = pinned(state, view.datasets);
  const completions = completionsOf(state, view.datasets);
  return html`<div>${notebookHeader(state.notebook, { name, datasets })}</div>${
    notebookBlocks({ ...view, completions })
  }`;
}

/** What stands in the middle until the notebook is open. */
export function notebookWaiting(awaited: string): unknown {
  return html`
    <div class="waiting" aria-busy="true">
      <p>${awaited} …</p>
    </div>
  `;
}

/** The datasets that the notebook reads: those that it names, or all. */
export function pinned(
  state: SessionState | null,
  datasets: readonly DatasetView[],
): readonly DatasetView[] {
  const wanted = state?.notebook.datasets ?? [];
  if (wanted.length === 0) return datasets;
  return datasets.filter(({ name }) => wanted.includes(name));
}

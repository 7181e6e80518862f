import type { CellState } from "@pivotbook/cells";
import { html } from "lit";
import { errorText } from "./error_text.ts";

/** Why a cell gives nothing: its error with the remedy, or the cell to blame. */
export function cellError(
  state: CellState | null,
  blame: string | null,
): unknown {
  if (state?.status === "blocked") return blocked(state, blame);
  if (!state?.error || state.status !== "error") return "";
  const { message, remedy, where } = state.error;
  const { headline, excerpt } = errorText(message);
  return html`
    <div class="failure"
      role="alert"><b>${headline}</b>${where.line === undefined ? "" : html`
        <span>line ${where.line}</span>
      `}${excerpt ? html`<pre>${excerpt}</pre>` : ""}${remedy
        ? html`<p>${remedy}.</p>`
        : ""}${state.output && state.output.type !== "input"
        ? html`<p class="muted">Below is the last good result.</p>`
        : ""}</div>
  `;
}

function blocked({ error }: CellState, blame: string | null): unknown {
  if (blame === null) {
    return html`<div class="failure" role="alert">${
      error?.message ?? "Something that it reads is missing"
    }</div>`;
  }
  return html`
    <div
      class="failure blocked">It waits for <a href="#${blame}">${blame}</a>, which failed.</div>
  `;
}

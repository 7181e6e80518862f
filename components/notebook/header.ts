import type { Notebook } from "@pivotbook/cells";
import type { DatasetView } from "@pivotbook/data";
import { html } from "lit";
import type { SaveStatus } from "../controllers/saver.ts";
import { tlpMark } from "../tlp.ts";

const words: Readonly<Record<SaveStatus, string>> = {
  saved: "saved",
  waiting: "not saved yet",
  saving: "saving …",
  offline: "not saved: the server is gone",
  conflict: "not saved: changed elsewhere",
  failed: "not saved",
};

/** Title, marking, the data that the notebook is pinned to, and whether it is saved. */
export function notebookHeader(
  notebook: Notebook,
  { name, datasets, save }: {
    name: string;
    datasets: readonly DatasetView[];
    save: SaveStatus;
  },
): unknown {
  const trouble = ["offline", "conflict", "failed"].includes(save);
  return html`
    <h1>${notebook.title || name}</h1>
        <div
      class="meta">${tlpMark(notebook.tlp)}${datasets.map((
        { name, snapshot },
      ) =>
        html`<span title="Snapshot ${snapshot.id}">${name} <code>${
          snapshot.id.slice(0, 8)
        }</code></span>`
      )}<span class=${trouble
        ? "bad-text"
        : "faint"}>${words[save]}</span></div>
        ${notebook.problems.map(({ message, line }) =>
          html`<p class="notice">Line ${line}: ${message}</p>`
        )}
  `;
}

import type { Notebook } from "@pivotbook/cells";
import type { DatasetView } from "@pivotbook/data";
import { html } from "lit";
import { titleOf } from "./title.ts";
import { tlpMark } from "../tlp.ts";

/** Title, marking and the data that the notebook is pinned to. */
export function notebookHeader(
  notebook: Notebook,
  { name, datasets }: {
    name: string;
    datasets: readonly DatasetView[];
  },
): unknown {
  return html`
    <h1>${titleOf({ name, title: notebook.title })}</h1>
        <div
      class="meta">${tlpMark(notebook.tlp)}${datasets.map((
        { name, snapshot },
      ) =>
        html`<span title="Snapshot ${snapshot.id}">${name} <code>${
          snapshot.id.slice(0, 8)
        }</code></span>`
      )}</div>
        ${notebook.problems.map(({ message, line }) =>
          html`<p class="notice">Line ${line}: ${message}</p>`
        )}
  `;
}

import type { PivotOutput, SearchedKind } from "@pivotbook/cells";
import { type DatasetView, kindNamed } from "@pivotbook/data";
import { html } from "lit";
import { counted } from "../format.ts";
import { importButton } from "../imports/import_button.ts";
import { importHint } from "../imports/import_hints.ts";
import { shown } from "../indicator/indicator_text.ts";
import { spanText } from "./span_text.ts";

/** Whether no dataset has a row of it at all. */
export function isUnknown({ tables }: PivotOutput): boolean {
  return tables.every(({ empty }) => empty);
}

/** What stands in the place of a result when nothing is known: where was looked and where not, and what can be done. */
export function pivotUnknown(
  output: PivotOutput,
  datasets: readonly DatasetView[],
): unknown {
  const { seeds } = output;
  const what = seeds.length === 1 ? seeds.map(shown).join() : "any of these";
  if (datasets.length === 0) {
    return html`
      <div class="unknown"><b>There is no data to look in yet</b>
      <p>${importButton("Import files")}, and this cell runs again.</p></div>
    `;
  }
  return html`
    <div class="unknown"><b>No row names ${what}</b>
    <p>That says what this data holds, not that it is harmless.</p>
    ${whereLooked(output, datasets)}
    <p>Check how it is written, pivot to its domain or network, or ${importButton(
      "import files",
    )} that may know it; the cell runs again when there is new data.</p></div>
  `;
}

/** What stands in a tab without rows: where was looked for them, and where not. */
export function emptyTab(
  output: PivotOutput,
  { kind, empty, datasets }: {
    kind: string;
    /** Whether there are no rows outside of the span either. */
    empty: boolean;
    datasets: readonly DatasetView[];
  },
): unknown {
  const { title } = kindNamed(kind);
  const span = spanText(output.window);
  const own = output.searched.filter((one) => one.kind === kind);
  return html`
    <div
      class="empty"><p>No ${title}${empty || span === ""
        ? " at any time"
        : ` ${span}; there are some at other times`}. ${importButton(
          `Import ${importHint(kind)}`,
        )}</p>${whereLooked({ ...output, searched: own }, datasets)}</div>
  `;
}

/** Datasets with their snapshots, kinds with their columns, and what was left out. */
function whereLooked(
  { datasets, snapshots, searched }: Pick<
    PivotOutput,
    "datasets" | "snapshots" | "searched"
  >,
  views: readonly DatasetView[],
): unknown {
  const looked = searched.filter(({ columns }) => columns.length > 0);
  const left = notLooked({ searched, looked, datasets, views });
  return html`
    <dl
      class="looked"><dt>Looked in</dt><dd>${datasets.length === 0
        ? "no dataset"
        : datasets.map((name, place) =>
          html`${place > 0 ? ", " : ""}<code title="Snapshot ${
            snapshots[place] ?? ""
          }">${name} ${(snapshots[place] ?? "").slice(0, 8)}</code>`
        )}, at all times: ${looked.map(({ kind, columns }) =>
          `${kindNamed(kind).title} (${columns.join(", ")})`
        ).join("; ") || "no column holds such a value"}</dd>${left.length === 0
        ? ""
        : html`
          <dt>Not looked in</dt>
          <dd>${left.join("; ")}</dd>
        `}</dl>
  `;
}

function notLooked(
  { searched, looked, datasets, views }: {
    searched: readonly SearchedKind[];
    looked: readonly SearchedKind[];
    datasets: readonly string[];
    views: readonly DatasetView[];
  },
): string[] {
  const kinds = searched.filter((one) => !looked.includes(one))
    .map(({ kind }) => kindNamed(kind).title);
  const others = views.map(({ name }) => name)
    .filter((name) => !datasets.includes(name));
  return [
    ...searched.filter(({ unsearched }) => unsearched.length > 0)
      .map(({ kind, unsearched }) =>
        `parts of words in ${kindNamed(kind).title} of ${
          unsearched.join(", ")
        }, too large for it: only whole values were looked up`
      ),
    ...kinds.length === 0
      ? []
      : [`${kinds.join(", ")}: not asked, or without a column for it`],
    ...others.length === 0
      ? []
      : [`${counted(others.length, "other dataset")}: ${others.join(", ")}`],
  ];
}

import type { Row } from "@pivotbook/data";
import { html } from "lit";
import type { ImportRecord } from "../api_types.ts";
import type { SelectedRow } from "../events.ts";
import { cellIndicator, cellText } from "../grid/cell_indicator.ts";
import type { GridColumn } from "../grid/source.ts";

/** Columns that are told in words of their own. */
const TOLD = ["import_id", "line", "source", "source_url", "provenance"];

/** Every filled column of a row, and the file, line, importer and source it came from. */
export function evidenceList(
  { row, columns }: SelectedRow,
  source: ImportRecord | null,
): unknown {
  const plain = columns.filter(({ name }) =>
    !TOLD.includes(name) && row[name] !== null && row[name] !== undefined
  );
  return html`<dl>${
    plain.map((column) => entry(column.title, valueOf(row, column)))
  }${origin({ row, columns }, source)}</dl>`;
}

function origin(
  { row, columns }: Pick<SelectedRow, "row" | "columns">,
  source: ImportRecord | null,
): unknown {
  const { import_id: id, line, source: who, provenance } = row as Record<
    string,
    unknown
  >;
  return html`${
    id
      ? entry(
        "From",
        html`${source?.file ?? importText(String(id))}, line ${
          line ?? "unknown"
        }`,
      )
      : ""
  }${
    source
      ? entry(
        "Imported",
        `${
          source.importedAt.slice(0, 16).replace("T", " ")
        }, ${source.format} reader`,
      )
      : ""
  }${who ? entry("Source", sourceLink(row)) : ""}${
    provenance
      ? entry(
        "Provenance",
        withMeaning(String(provenance), meaningsOf("provenance", columns)),
      )
      : ""
  }`;
}

function meaningsOf(
  name: string,
  columns: readonly GridColumn[],
): GridColumn["meanings"] {
  return columns.find((column) => column.name === name)?.meanings;
}

function sourceLink(row: Row): unknown {
  const url = row["source_url"];
  const text = String(row["source"]);
  if (typeof url !== "string" || !/^https?:\/\//.test(url)) return text;
  return html`<a href=${url} target="_blank" rel="noopener noreferrer">${text}</a>`;
}

function valueOf(row: Row, column: GridColumn): unknown {
  const text = cellText(row, column);
  if (cellIndicator(row, column)) {
    return html`<span class="mono">${text}</span>`;
  }
  return withMeaning(text, column.meanings);
}

/** A value and, quieter, what it means. */
function withMeaning(
  text: string,
  meanings: GridColumn["meanings"] = {},
): unknown {
  const meaning = meanings[text];
  return meaning === undefined
    ? text
    : html`${text} <span class="meaning">${meaning}</span>`;
}

/** The start of an import's id, while its file is not known. */
function importText(id: string): unknown {
  return html`import <code title=${id}>${id.slice(0, 8)}</code>`;
}

function entry(title: string, value: unknown): unknown {
  return html`
    <dt>${title}</dt>
    <dd>${value}</dd>
  `;
}

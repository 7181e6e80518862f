import { identifier } from "@pivotbook/data";
import type { ImportJob } from "../api_types.ts";
import { rawOf } from "../notebook/edits.ts";

/** A query of the rows that an import brought. */
export interface ImportedRows {
  /** What a notebook of them is called. */
  readonly title: string;
  readonly dataset: string;
  readonly sql: string;
}

/** Asks to see the rows of an import, from which one goes on by clicks. */
export class LookAtEvent extends CustomEvent<ImportedRows> {
  constructor(detail: ImportedRows) {
    super("pivotbook-look-at", { detail, bubbles: true, composed: true });
  }
}

/** The query of an import's rows; null where it is not known which they are. */
export function importedRows(
  { file, dataset, kind, importId }: ImportJob,
): ImportedRows | null {
  if (kind === null || importId === null) return null;
  const table = `${identifier(dataset)}.${identifier(kind)}`;
  const sql = `select * from ${plain(table)}\nwhere import_id = '${
    importId.replaceAll("'", "''")
  }'`;
  return { title: `Rows of ${file}`, dataset, sql };
}

/** Without the quotes that such names do not need. */
function plain(table: string): string {
  return table.replaceAll(/"([a-z_][a-z0-9_]*)"/g, "$1");
}

/** The text of a notebook that shows an import's rows. */
export function rowsNotebook({ title, dataset, sql }: ImportedRows): string {
  const heading = JSON.stringify(title);
  const cell = rawOf({ head: "sql rows_1", body: sql });
  return `---\ntitle: ${heading}\ndatasets: [${dataset}]\n---\n\n${cell}`;
}

import { refuseName } from "@pivotbook/cells";
import { identifier, literal } from "@pivotbook/data";
import type { ImportJob } from "../api_types.ts";
import { rawOf } from "../notebook/edits.ts";

/** Most rows that are looked at: more than one reads, few enough to come at once. */
const MOST = 10_000;

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

/** The query of an import's first rows; null where it is not known which they are. */
export function importedRows(
  { file, dataset, kind, importId }: ImportJob,
): ImportedRows | null {
  if (kind === null || importId === null) return null;
  const sql = [
    `select * from ${plain(dataset)}.${plain(kind)}`,
    `where import_id = ${literal(importId)}`,
    `limit ${MOST} -- The first rows; raise it to see more`,
  ].join("\n");
  return { title: `Rows of ${file}`, dataset, sql };
}

/** In quotes only where SQL, or YAML, would take the name for something else. */
function plain(name: string): string {
  return refuseName(name, []) === null ? name : identifier(name);
}

/** The text of a notebook that shows an import's rows. */
export function rowsNotebook({ title, dataset, sql }: ImportedRows): string {
  const heading = JSON.stringify(title);
  const cell = rawOf({ head: "sql rows_1", body: sql });
  return `---\ntitle: ${heading}\ndatasets: [${
    plain(dataset)
  }]\n---\n\n${cell}`;
}

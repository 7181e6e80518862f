import type { PivotTable } from "@pivotbook/cells";
import {
  type Engine,
  identifier,
  kindNamed,
  literal,
  rowsOf,
  type RunOptions,
} from "@pivotbook/data";
import { html } from "lit";
import { counted, formatCount } from "../format.ts";

/** Rows of a kind that stand in no lane, since nothing says when they held. */
export interface Undated {
  readonly kind: string;
  readonly rows: number;
}

/** Counts the rows without a date, by kind; kinds that have no times at all are left out. */
export async function readUndated(
  engine: Engine,
  { tables, ...options }: RunOptions & { tables: readonly PivotTable[] },
): Promise<readonly Undated[]> {
  const parts = tables.flatMap(({ kind, empty, unfiltered }) => {
    const { times } = kindNamed(kind);
    if (empty || times === null) return [];
    const dates = [times.first, times.last].map(identifier).join(", ");
    return `SELECT ${
      literal(kind)
    } AS kind, count(*) AS rows FROM ${unfiltered} WHERE coalesce(${dates}) IS NULL`;
  });
  if (parts.length === 0) return [];
  const answer = await engine.query(parts.join(" UNION ALL "), options);
  return rowsOf(answer).map(({ kind, rows }) => ({
    kind: String(kind),
    rows: Number(rows),
  })).filter(({ rows }) => rows > 0);
}

/** Says how many rows have no date, and leads to them. */
export function undatedView(
  undated: readonly Undated[],
  open: (kind: string) => void,
): unknown {
  if (undated.length === 0) return "";
  const all = undated.reduce((sum, { rows }) => sum + rows, 0);
  const kinds = undated.map(({ kind, rows }) =>
    html`
      <button class="inline" @click=${() => open(kind)}>${kindNamed(kind)
        .title} ${formatCount(
          rows,
        )}</button>
    `
  );
  return html`
    <span
      class="undated">${counted(
        all,
        "row",
      )} without a date, so not drawn: ${kinds}</span>
  `;
}

import type { Token } from "./token.ts";
import { tokenize } from "./tokenize.ts";

/**
 * A query as our tokens read it, written so that DuckDB can read it in no other
 * way: without comments, with plain spaces, and without the two kinds of
 * strings in which its search for the spaces of Unicode loses its way. Lines
 * stay where they are.
 */
export function plainSql(sql: string): string {
  const written: string[] = [];
  let stop = 0;
  for (const token of tokenize(sql)) {
    written.push(blank(sql.slice(stop, token.start)), plainToken(sql, token));
    stop = token.stop;
  }
  return written.join("") + blank(sql.slice(stop));
}

function blank(gap: string): string {
  return gap.replace(/[^\n\r]/g, " ");
}

function plainToken(sql: string, { type, start, stop, value }: Token): string {
  const text = sql.slice(start, stop);
  if (type !== "string") return text;
  if (text.startsWith("$")) return `'${value.replaceAll("'", "''")}'`;
  return text.startsWith("'") ? text : text.replace(ESCAPED, plainEscape);
}

const ESCAPED = /\\[^]/g;

function plainEscape(escaped: string): string {
  return escaped === "\\'" ? "''" : escaped;
}

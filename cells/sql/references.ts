import { Level } from "./level.ts";
import { lineOf } from "./line_of.ts";
import { steps } from "./steps.ts";
import { tokenize } from "./tokenize.ts";
import { nest } from "./tree.ts";
import type { TableReference } from "./table_reference.ts";

/**
 * Every table that a query of DuckDB reads, in order of mention, common table
 * expressions in scope left out. Reads tokens, binds nothing, and so works
 * before the tables exist. Throws an `InputError` for files and for table
 * functions that would read something that has no name.
 */
export function references(sql: string): TableReference[] {
  const found: TableReference[] = [];
  const lineAt = (offset: number): number => lineOf(sql, offset);
  const scope: ReadonlySet<string> = new Set();
  const walk = { found, lineAt, steps };
  new Level(nest(tokenize(sql)), { type: "query", scope, walk }).run();
  return found.toSorted((a, b) => a.start - b.start);
}

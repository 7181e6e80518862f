import { InputError } from "@pivotbook/data";
import { Level } from "./level.ts";
import { isToken, type Token } from "./token.ts";
import { asToken, type Group } from "./tree.ts";

/** Reads common table expressions; each sees the ones before it, and itself where it is recursive. */
export function withClause(level: Level): void {
  if (!level.atStart) return;
  const recursive = isToken(level.peek(1), "recursive");
  if (recursive) level.index += 1;
  do level.index += 1; while (commonTable(level, recursive));
  level.index -= 1;
  level.atStart = true;
}

/** Reads one; true where a comma and so another one follows. */
function commonTable(level: Level, recursive: boolean): boolean {
  const named = level.peek(0);
  if (named?.type === "string") throw textAsName(level, named);
  const name = named?.value.toLowerCase() ?? "";
  level.index += 1;
  while (level.index < level.nodes.length && !isToken(level.peek(0), "as")) {
    level.index += 1;
  }
  while (level.index < level.nodes.length && !level.groupAt(0)) {
    level.index += 1;
  }
  const body = level.groupAt(0);
  const wider = new Set([...level.scope, name]);
  if (body) {
    const { walk } = level;
    const scope = recursive && isUnion(body) ? wider : level.scope;
    new Level(body.nodes, { type: "query", scope, walk }).run();
  }
  level.scope = wider;
  level.index += 1;
  return isToken(level.peek(0), ",");
}

/** DuckDB takes a text for a name here, and joins it with the next one. */
function textAsName({ walk }: Level, { value, start }: Token): InputError {
  return new InputError(`The query names a table by the text '${value}'`, {
    code: "sql-text-name",
    remedy: "Write the name as it is, or in double quotes",
    where: { line: walk.lineAt(start) },
  });
}

function isUnion({ nodes }: Group): boolean {
  return nodes.some((node) => isToken(asToken(node), "union"));
}

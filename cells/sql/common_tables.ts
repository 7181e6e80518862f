import { Level } from "./level.ts";
import { isToken } from "./token.ts";
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
  const name = level.peek(0)?.value.toLowerCase() ?? "";
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

function isUnion({ nodes }: Group): boolean {
  return nodes.some((node) => isToken(asToken(node), "union"));
}

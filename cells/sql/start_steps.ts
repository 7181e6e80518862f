import type { Level } from "./level.ts";
import { engineState } from "./table_functions.ts";
import { isToken } from "./token.ts";

/** FROM: tables follow, unless it belongs to an expression. */
export function startFrom(level: Level): void {
  if (!level.isQuery || isDistinctFrom(level)) return;
  level.inFrom = true;
  level.expectTable = true;
  level.atStart = false;
}

/** `a IS [NOT] DISTINCT FROM b`. */
function isDistinctFrom(level: Level): boolean {
  if (!isToken(level.peek(-1), "distinct")) return false;
  const not = isToken(level.peek(-2), "not");
  return isToken(level.peek(not ? -3 : -2), "is");
}

/** TABLE and SUMMARIZE: a table follows, or for some a query. */
export function startTable(level: Level): void {
  level.expectTable ||= level.atStart;
}

/** DESCRIBE and SHOW: a table or a query follows; alone they list what the engine holds. */
export function startShow(level: Level): void {
  if (!level.atStart) return;
  const next = level.peek(1);
  const list = isToken(next, "tables", "all", "databases", "variables", ";");
  const alone = next === undefined && level.groupAt(1) === undefined;
  const token = level.peek(0);
  if (token && (list || alone)) {
    const what = [token, ...next ? [next] : []].map(({ value }) => value);
    throw engineState(
      what.join(" ").toUpperCase(),
      level.walk.lineAt(token.start),
    );
  }
  startTable(level);
}

/** PIVOT and UNPIVOT as statements: tables follow until ON. */
export function startPivot(level: Level): void {
  if (!level.atStart) return;
  level.inFrom = true;
  level.expectTable = true;
  level.inPivot = true;
  level.joinsWithoutCondition = 0;
  level.atStart = false;
}

/** VALUES: rows follow, and no table. */
export function startValues(level: Level): void {
  const token = level.peek(0);
  if (level.expectTable && token && !level.groupAt(1)) level.table(token);
  level.expectTable = false;
  level.atStart = false;
}

/** UNION and the like: another query follows. */
export function startArm(level: Level): void {
  level.endFrom();
  level.isQuery = true;
  level.atStart = true;
  level.inPivot = false;
}

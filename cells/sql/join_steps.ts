import type { Level } from "./level.ts";
import { isToken } from "./token.ts";

/** JOIN: a table follows, and mostly a condition. */
export function join(level: Level): void {
  if (!level.inFrom) return;
  level.expectTable = true;
  const before = [-1, -2, -3].map((offset) => level.peek(offset));
  const free = before.some((token) =>
    isToken(token, "cross", "natural", "positional")
  );
  level.joinsWithoutCondition += free ? 0 : 1;
}

/** ON and USING: of a join, or the end of the tables of a PIVOT. */
export function condition(level: Level): void {
  const joined = level.joinsWithoutCondition > 0;
  const sample = isToken(level.peek(0), "using") && !level.groupAt(1);
  if (joined && !sample) level.joinsWithoutCondition -= 1;
  else if (level.inPivot || sample) level.endFrom();
}

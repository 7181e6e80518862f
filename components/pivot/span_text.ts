import type { PivotOutput } from "@pivotbook/cells";
import { formatDay } from "../format.ts";

/** The span to which a pivot is narrowed, in words, both days included; empty where there is none. */
export function spanText(window: PivotOutput["window"]): string {
  const first = window?.start ? formatDay(BigInt(window.start)) : null;
  const last = window?.stop ? formatDay(BigInt(window.stop) - 1n) : null;
  if (first !== null && last !== null) return `of ${first} to ${last}`;
  if (first !== null) return `since ${first}`;
  return last === null ? "" : `until ${last}`;
}

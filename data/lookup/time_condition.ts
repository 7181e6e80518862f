import type { KindTimes } from "../kinds/kind.ts";
import { identifier, timestamp } from "../sql/literal.ts";
import type { TimeWindow } from "./lookup_source.ts";

/** SQL that holds for rows in the window; a bound that a row does not have is unknown, and keeps it. */
export function timeCondition(
  times: KindTimes | null,
  window: TimeWindow | null,
): string | null {
  if (times === null || window === null) return null;
  const first = identifier(times.first);
  const last = identifier(times.last);
  const early = window.mode === "complete" ? first : last;
  const late = window.mode === "complete" ? last : first;
  const bounds = [
    ...(window.start === null ? [] : [
      `(${early} IS NULL OR ${early} >= ${timestamp(window.start)})`,
    ]),
    ...(window.stop === null ? [] : [
      `(${late} IS NULL OR ${late} < ${timestamp(window.stop)})`,
    ]),
  ];
  return bounds.length === 0 ? null : bounds.join(" AND ");
}

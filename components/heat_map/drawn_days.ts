import type { Brush } from "./brush.ts";

/** The days of a timeline that is drawn. */
export interface DrawnDays {
  /** Quoted name of the timeline. */
  readonly timeline: string;
  /** All days on the axis; null without any. */
  readonly whole: Brush | null;
}

/** Whether a timeline has the days that were drawn before, so that the axis can stay. */
export function sameDays(former: DrawnDays | null, now: DrawnDays): boolean {
  return former !== null && former.timeline === now.timeline &&
    former.whole?.start === now.whole?.start &&
    former.whole?.stop === now.whole?.stop;
}

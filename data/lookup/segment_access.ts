import type { SegmentLocation } from "../engine/engine.ts";
import type { SideIndex } from "../segments/side_index.ts";

/** Where the files of segments are, and what lies where in them. */
export interface SegmentAccess {
  readonly locate: (sha256: string) => SegmentLocation;
  /** The side index, or null for a file that is small or has none. */
  readonly sideIndex: (sha256: string) => Promise<FoundIndex>;
}

/** What stands for a side index that is damaged, or of another segment or version. */
export const UNUSABLE = "unusable";

/** What is found beside a segment. */
export type FoundIndex = SideIndex | typeof UNUSABLE | null;

/** The side index, where there is one that can be used. */
export function usableIndex(found: FoundIndex): SideIndex | null {
  return found === UNUSABLE ? null : found;
}

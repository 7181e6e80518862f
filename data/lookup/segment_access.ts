import type { SegmentLocation } from "../engine/engine.ts";
import type { SideIndex } from "../segments/side_index.ts";

/** Where the files of segments are, and what lies where in them. */
export interface SegmentAccess {
  readonly locate: (sha256: string) => SegmentLocation;
  /** The side index, or null for a file that is small or has none. */
  readonly sideIndex: (sha256: string) => Promise<SideIndex | null>;
}

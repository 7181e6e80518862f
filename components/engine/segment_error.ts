import { QueryError } from "@pivotbook/data";
import type { FaultReport, SegmentTrouble } from "./segment_fault.ts";

const RESTORE =
  "Run pivotbook verify, which names the files to import again, and run again";

/** By what is wrong with a segment: the code, and what to do. */
const troubles: Readonly<Record<SegmentTrouble, Trouble>> = {
  changed: {
    code: "segment-changed",
    remedy: RESTORE,
  },
  short: {
    code: "segment-unreadable",
    remedy: `The file on the server is cut short. ${RESTORE}`,
  },
  missing: {
    code: "segment-unreadable",
    remedy: `The file is missing on the server. ${RESTORE}`,
  },
  unreachable: {
    code: "segment-unreadable",
    remedy: "Check that the server is reachable and run again",
  },
};

interface Trouble {
  readonly code: string;
  readonly remedy: string;
}

/** An error of reading segments, for a reader. */
export function segmentError({ message, trouble }: FaultReport): QueryError {
  return new QueryError(message, troubles[trouble]);
}

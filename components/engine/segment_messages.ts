import type { ByteRange, FileBytes, Traffic } from "@pivotbook/data";
import type { SegmentDescription } from "./segment_file.ts";
import type { FaultReport } from "./segment_fault.ts";

/** What the page asks of the worker's segment store. */
export type SegmentMessage =
  | {
    readonly type: "describe";
    readonly segment: SegmentDescription;
    readonly known: readonly FileBytes[];
  }
  | {
    readonly type: "prefetch";
    readonly url: string;
    readonly ranges: readonly ByteRange[];
  }
  | { readonly type: "forget"; readonly url: string }
  | { readonly type: "traffic" }
  /** Asks what went wrong while DuckDB read, since it was last asked. */
  | { readonly type: "faults" }
  /** Has the worker hold a lock of that name for as long as it lives. */
  | { readonly type: "live"; readonly name: string };

/** A numbered message. */
export interface SegmentCall {
  readonly id: number;
  readonly message: SegmentMessage;
}

/** The answer to the call of that number. */
export interface SegmentReply {
  readonly id: number;
  /** Why the call failed; null where it did not. */
  readonly fault: FaultReport | null;
  readonly traffic: Traffic;
  /** What went wrong while DuckDB read; only where that was asked. */
  readonly faults: readonly FaultReport[];
}

/** The first message to the worker, which brings the port of the store. */
export const PORT_MESSAGE = "segment-port";
